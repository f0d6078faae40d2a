-- year_total: what each provider has in each total of a year, as what.
--
-- in:    cell, counted_in, course_outcome, pair_total, period, provider_cell,
--        provider_course
-- grain: total_key, provider_key, pattern_id
-- why:   see provider_total. Of a year of months a provider has one part for
--        each evidence that it had in its months, in the order that they end;
--        part 1 is the last.

with read as (
    select
        counted_in.total_key,
        cell.cell_key,
        cell.period_key,
        period.reference_date,
    from counted_in
    join cell using (cell_key)
    join period using (period_key)
    where period.reported <> period.period
        and counted_in.total_key in (
            select pair_total.earlier_total from pair_total
            union
            select pair_total.later_total from pair_total
        )
)

select
    read.total_key,
    provider_cell.provider_key,
    coalesce(course_outcome.pattern_id, 0)::integer as pattern_id,
    sum(provider_cell.amount)::bigint as amount,
    row_number() over (
        partition by read.total_key, provider_cell.provider_key
        order by max(read.reference_date) desc
    ) as part,
from provider_cell
join read using (cell_key)
join provider_course using (provider_key)
left join course_outcome using (course_id, period_key)
group by
    read.total_key,
    provider_cell.provider_key,
    coalesce(course_outcome.pattern_id, 0)
