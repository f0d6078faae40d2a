-- share_backing: the idéburna organisations behind each share.
--
-- in:    cell, counted_in, ideburen_course, listed_organisation, name, period,
--        provider_cell, provider_course, provider_identity, total_cell
-- grain: measure, place, area, agreement, provider_id, first_period
-- why:   whoever doubts a number reads who is in it. Names without volumes,
--        and the idéburna alone: no natural person is one, so that the number
--        of providers less those who are named tells of none. An organisation
--        is in a few totals, in nearly all periods and under several
--        definitions at once: spans of periods and lists of definitions are
--        a hundredth of its rows. A span has every period that the measure
--        has between its first and its last.

with meaning as (
    select
        course_id,
        period_key,
        string_agg(definition, ' ' order by definition) as definitions,
    from ideburen_course
    group by all
),

behind as (
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

dated as (
    select
        *,
        dense_rank() over (partition by measure order by period) as ordinal,
    from period
),

spanned as (
    select
        dated.measure,
        total_cell.place,
        total_cell.area,
        total_cell.agreement,
        behind.provider_key,
        behind.definitions,
        dated.period,
        dated.ordinal - row_number() over (
            partition by
                dated.measure, total_cell.place, total_cell.area,
                total_cell.agreement, behind.provider_key, behind.definitions
            order by dated.ordinal
        ) as span,
    from behind
    join total_cell using (total_key)
    join dated using (period_key)
)

select
    spanned.measure,
    spanned.place,
    spanned.area,
    spanned.agreement,
    provider_identity.provider_id,
    min(spanned.period) as first_period,
    max(spanned.period) as last_period,
    spanned.definitions,
    coalesce(name.name, '') as name,
from spanned
join provider_identity using (provider_key)
left join name using (provider_key)
group by
    spanned.measure, spanned.place, spanned.area, spanned.agreement,
    provider_identity.provider_id, spanned.definitions, spanned.span,
    name.name
order by
    spanned.measure, spanned.place, spanned.area, spanned.agreement,
    provider_identity.provider_id, first_period
