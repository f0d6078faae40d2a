-- total_backing: the idéburna organisations behind each total, by definition.
--
-- in:    cell, counted_in, ideburen_course, listed_organisation,
--        provider_cell, provider_course
-- as:    view
-- grain: total_key, provider_key
-- why:   definitions are a list of codes, since several count the same
--        organisations. Whoever is idéburen in one month of a year, and has
--        volume in it, is behind the year's number: there the lists of its
--        months are put together.

with meaning as (
    select
        course_id,
        period_key,
        string_agg(definition, ' ' order by definition) as definitions,
    from ideburen_course
    group by all
),

listed as (
    select distinct
        counted_in.total_key,
        provider_cell.provider_key,
        meaning.definitions,
    from provider_cell
    semi join listed_organisation using (provider_key)
    join cell using (cell_key)
    join provider_course using (provider_key)
    join meaning
        on meaning.course_id = provider_course.course_id
        and meaning.period_key = cell.period_key
    join counted_in using (cell_key)
),

several as (
    select
        total_key,
        provider_key,
        string_agg(definitions, ' ' order by definitions) as definitions,
    from listed
    group by all
    having count(*) > 1
)

select *
from listed
anti join several using (total_key, provider_key)
union all
select
    total_key,
    provider_key,
    array_to_string(list_sort(list_distinct(
        string_split(definitions, ' ')
    )), ' '),
from several
