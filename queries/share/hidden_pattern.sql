-- hidden_pattern: what is suppressed in each total, by the evidence behind it.
--
-- in:    cell, counted_in, course_outcome, provider_cell, provider_course
-- grain: total_key, pattern_id
-- why:   few rows of volume have anything suppressed: kept apart, it costs the
--        others nothing. It follows the same evidence into the same totals as
--        the amounts of total_pattern, also without a pattern.

with hidden as (
    select
        provider_cell.cell_key,
        provider_course.course_id,
        sum(provider_cell.hidden_low) as hidden_low,
        sum(provider_cell.hidden_high) as hidden_high,
        sum(provider_cell.hidden_units) as hidden_units,
        sum(provider_cell.open_units) as open_units,
    from provider_cell
    join provider_course using (provider_key)
    where provider_cell.hidden_units <> 0
        or provider_cell.hidden_low <> 0
        or provider_cell.hidden_high <> 0
    group by all
)

select
    counted_in.total_key,
    coalesce(course_outcome.pattern_id, 0) as pattern_id,
    sum(hidden.hidden_low)::bigint as hidden_low,
    sum(hidden.hidden_high)::bigint as hidden_high,
    sum(hidden.hidden_units)::bigint as hidden_units,
    sum(hidden.open_units)::bigint as open_units,
from hidden
join cell using (cell_key)
left join course_outcome using (course_id, period_key)
join counted_in using (cell_key)
group by all
