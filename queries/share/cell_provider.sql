-- cell_provider: how many providers each total has, by their evidence.
--
-- in:    counted_in, course_outcome, period, provider_cell, provider_course,
--        provider_identity, total_cell, year_provider
-- grain: total_key, pattern_id
-- why:   counted once, from the provider's own cells: a provider in two
--        kommuner is one provider in their län. Groups and masks stand for
--        an unknown number of providers and are not counted. In a year of
--        months a provider may have several, see provider_again.

with counted as (
    select distinct
        counted_in.total_key,
        provider_cell.provider_key,
    from provider_cell
    join counted_in using (cell_key)
),

course_count as (
    select
        counted.total_key,
        provider_course.course_id,
        count(*) as providers,
    from counted
    join provider_course using (provider_key)
    join provider_identity using (provider_key)
    where provider_identity.provider_kind <> 'group'
        and provider_identity.mask is null
    group by all
)

select
    course_count.total_key,
    course_outcome.pattern_id,
    sum(course_count.providers)::bigint as providers,
from course_count
join total_cell using (total_key)
join course_outcome using (course_id, period_key)
join period using (period_key)
where period.reported = period.period
group by all
union all
select
    total_key,
    pattern_id,
    count(*) as providers,
from year_provider
group by all
