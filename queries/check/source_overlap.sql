-- source_overlap: cells that two sources both report.
--
-- in:       cell, load, period, provider_cell, source_adds
-- grain:    measure, period, reported, place, area, source, other
-- why:      each krona, pupil and place is counted once. Two sources of the
--           same measure, period, place and area count it twice, unless their
--           manifests say that they add. What is reported is named where it
--           is not the period itself but a month of it.
-- severity: error
-- hint:     remove one of the sources, or name the other in adds_to of its
--           manifest if they really report different volume

with reported as (
    select distinct
        period.measure,
        period.period,
        period.reported,
        cell.place,
        cell.area,
        load.source,
    from (select distinct load_id, cell_key from provider_cell) as reported_cell
    join cell using (cell_key)
    join load using (load_id)
    join period using (period_key)
)

select
    one.measure,
    one.period,
    nullif(one.reported, one.period) as reported,
    one.place,
    one.area,
    one.source,
    other.source as other,
from reported as one
join reported as other using (measure, reported, place, area)
left join source_adds
    on source_adds.source = one.source
    and source_adds.other = other.source
where one.source < other.source
    and source_adds.source is null
