-- year_provider: the providers of each total of a year of months, by evidence.
--
-- in:    cell, counted_in, course_outcome, period, provider_cell,
--        provider_course, provider_identity
-- grain: total_key, provider_key, pattern_id
-- why:   each month counts with what its providers were in it, so a provider
--        whose sector changes in the year is one of both sectors.

with month_cell as (
    select
        cell.cell_key,
        cell.period_key,
    from cell
    join period using (period_key)
    where period.reported <> period.period
)

select distinct
    counted_in.total_key,
    provider_cell.provider_key,
    course_outcome.pattern_id,
from provider_cell
join month_cell using (cell_key)
join counted_in using (cell_key)
join provider_course using (provider_key)
join provider_identity using (provider_key)
join course_outcome using (course_id, period_key)
where provider_identity.provider_kind <> 'group'
    and provider_identity.mask is null
