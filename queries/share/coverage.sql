-- coverage: how much of a place's list of smaller places has volume.
--
-- in:    cell, cell_pattern, period, place, place_ancestor
-- grain: period_key, place
-- why:   a total over places is a total only of the places that are there.
--        Places are compared with the list at the levels on which the measure
--        is reported, and a place is part of itself only where it is reported.
--        A row for volume whose place is not stated is no place.

with reported as (
    select distinct
        period.counted_key as period_key,
        period.measure,
        cell.place,
        place.level,
    from cell
    semi join cell_pattern using (cell_key)
    join period using (period_key)
    join place on place.code = cell.place
    where place.level <> 'unknown'
),

listed as (
    select
        reported_level.period_key,
        place_ancestor.ancestor as place,
        count(distinct place_ancestor.place) as places_listed,
    from (select distinct period_key, measure, level from reported)
        as reported_level
    join place using (level)
    join place_ancestor
        on place_ancestor.measure = reported_level.measure
        and place_ancestor.place = place.code
    left join reported
        on reported.period_key = reported_level.period_key
        and reported.place = place.code
    where place_ancestor.place <> place_ancestor.ancestor
        or reported.place is not null
    group by all
),

present as (
    select
        reported.period_key,
        place_ancestor.ancestor as place,
        count(*) as places_present,
    from reported
    join place_ancestor using (measure, place)
    group by all
)

select
    listed.period_key,
    listed.place,
    coalesce(present.places_present, 0) as places_present,
    listed.places_listed,
from listed
left join present using (period_key, place)
