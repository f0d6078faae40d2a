-- source_overlap: cells that two sources both report.
--
-- in:       load, period, volume
-- grain:    measure, period, place, area
-- why:      each krona, pupil and place is counted once. Two sources of the
--           same measure, period, place and area count it twice, unless their
--           manifests say that they add.
-- severity: error
-- hint:     remove one of the sources, or write `adds: true` in both manifests if they really report different volume

select
    period.measure,
    period.period,
    volume.place,
    volume.area,
    string_agg(distinct load.source, ' ' order by load.source) as sources,
from volume
join load using (load_id)
join period using (period_key)
where not load.adds
group by all
having count(distinct load.source) > 1
