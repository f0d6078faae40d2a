-- person_weight: how many natural persons each pattern of evidence stands for.
--
-- in:    cell, course_outcome, evidence_interval, period, place,
--        provider_cell, provider_course, provider_identity, volume
-- grain: cell_key, pattern_id
-- why:   method 6: below län no amount of fewer than three natural persons
--        alone is shown. One person weighs 2520 in a place and period, divided
--        over the cells that it is in, so that two never weigh more than 5040;
--        an organisation weighs more than two persons. What a source masks
--        with persons' masks is an unknown number of them: its rows are
--        counted. At the level of län and above the rule asks nothing of
--        sectors, and everybody weighs as an organisation; reasons of
--        remainders are asked by what they weigh themselves (own_weight). Only
--        periods in which there is a person. The months of a year have the
--        first of their cells in common. Parameters: the measure.

with individual as (
    select
        provider_key,
        mask is not null as is_mask,
    from provider_identity
    where provider_kind = 'person'
        or mask = 'person'
        or provider_key in (
            select evidence_interval.provider_key
            from evidence_interval
            where attribute = 'legal_form' and value = '10'
        )
),

masked as (
    select
        volume.cell_key,
        volume.provider_key,
        count(*) as row_count,
    from volume
    join individual using (provider_key)
    where individual.is_mask
    group by all
),

person as (
    select
        period.counted_key,
        provider_cell.cell_key,
        provider_cell.provider_key,
        masked.row_count,
        count(*) over (
            partition by
                period.counted_key, cell.place, provider_cell.provider_key
        ) as cells,
    from provider_cell
    join individual using (provider_key)
    join cell using (cell_key)
    join period using (period_key)
    left join masked using (cell_key, provider_key)
    where period.measure = $1
    group by
        period.counted_key, cell.place, provider_cell.cell_key,
        provider_cell.provider_key, masked.row_count
),

weighed as (
    select distinct
        cell.period_key,
        period.counted_key,
        provider_cell.cell_key,
        provider_cell.provider_key,
        min(cell.cell_key) over (
            partition by
                period.counted_key, cell.place, cell.area, cell.agreement
        ) as first_cell_key,
        place.level not in ('country', 'lan') as is_below,
        case
            when person.provider_key is null then 5041
            when person.row_count > 0 then least(person.row_count, 3) * 2520
            else greatest(2520 // person.cells, 1)
        end as own_weight,
        case when is_below then own_weight else 5041 end as weight,
    from provider_cell
    join cell using (cell_key)
    join period using (period_key)
    join place on place.code = cell.place
    left join person using (cell_key, provider_key)
    where period.measure = $1
        and period.counted_key in (select person.counted_key from person)
)

select
    weighed.counted_key as period_key,
    weighed.cell_key,
    weighed.first_cell_key,
    coalesce(course_outcome.pattern_id, 0) as pattern_id,
    sum(weighed.weight)::bigint as weight,
    sum(weighed.own_weight)::bigint as own_weight,
    bool_and(weighed.is_below) as is_below,
from weighed
join provider_course using (provider_key)
left join course_outcome
    on course_outcome.course_id = provider_course.course_id
    and course_outcome.period_key = weighed.period_key
group by all
order by weighed.counted_key, weighed.cell_key, pattern_id
