-- cell_pattern: the volume of each cell by the evidence behind it.
--
-- in:    cell, course_outcome, provider_cell, provider_course
-- grain: cell_key, pattern_id
-- why:   the one pass over all volume. A pattern stands for the sectors of
--        its providers under all definitions at once, so that every
--        definition after this counts thousands of rows instead of millions.
--        What is hidden is summed apart, because few rows have any. Volume
--        without a pattern keeps pattern 0, and the check volume_conserved
--        says so: it is never lost in the join.

with counted as (
    select
        provider_cell.cell_key,
        provider_course.course_id,
        sum(provider_cell.amount)::bigint as amount,
    from provider_cell
    join provider_course using (provider_key)
    group by all
),

hidden as (
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
    counted.cell_key,
    coalesce(course_outcome.pattern_id, 0) as pattern_id,
    sum(counted.amount)::bigint as amount,
    coalesce(sum(hidden.hidden_low), 0)::bigint as hidden_low,
    coalesce(sum(hidden.hidden_high), 0)::bigint as hidden_high,
    coalesce(sum(hidden.hidden_units), 0)::bigint as hidden_units,
    coalesce(sum(hidden.open_units), 0)::bigint as open_units,
from counted
join cell using (cell_key)
left join course_outcome using (course_id, period_key)
left join hidden using (cell_key, course_id)
group by all
