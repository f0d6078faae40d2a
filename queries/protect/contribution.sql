-- contribution: what each owner has of each pattern of evidence in a root cell.
--
-- in:    agreement, area, cell, counted_in, course_outcome, owner_link, period,
--        place, provider_cell, provider_course, provider_identity, total_cell
-- grain: total_key, pattern_id, contributor
-- why:   method 6: of data received under secrecy only the roots of places,
--        areas and agreements are published, so that no number can be told
--        from others, and there all units of one owner are one contributor. An
--        owner has more than half of the shares or votes, at any time; owners
--        of owners count, and of those who own each other the first.
--        Parameters: the measure.

with recursive majority as (
    select distinct
        owned_id,
        owner_id,
    from owner_link
    where share::decimal(9, 4) > 50 or votes::decimal(9, 4) > 50
),

lineage as (
    select
        provider_id,
        provider_id as ancestor,
    from provider_identity
    union
    select
        lineage.provider_id,
        majority.owner_id as ancestor,
    from lineage
    join majority on majority.owned_id = lineage.ancestor
),

contributor as (
    select
        lineage.provider_id,
        coalesce(
            min(lineage.ancestor) filter (majority.owned_id is null),
            min(lineage.ancestor)
        ) as contributor,
    from lineage
    left join majority on majority.owned_id = lineage.ancestor
    group by lineage.provider_id
)

select
    total_cell.period_key,
    total_cell.total_key,
    coalesce(course_outcome.pattern_id, 0) as pattern_id,
    contributor.contributor,
    sum(provider_cell.amount)::bigint as amount,
from provider_cell
join provider_identity using (provider_key)
join contributor using (provider_id)
join provider_course using (provider_key)
join cell using (cell_key)
join period using (period_key)
join counted_in using (cell_key)
join total_cell using (total_key)
join place on place.code = total_cell.place
join area on area.code = total_cell.area
join agreement on agreement.code = total_cell.agreement
left join course_outcome
    on course_outcome.course_id = provider_course.course_id
    and course_outcome.period_key = cell.period_key
where period.measure = $1
    and place.parent = ''
    and area.parent = ''
    and agreement.parent = ''
group by all
order by all
