-- stock_twice: stocks that two files of one source both report.
--
-- in:       load, measure, period, volume
-- grain:    measure, period, place, area, source
-- why:      monthly files add up to a year's flow, but pupils and places
--           counted in two files for the same period are counted twice: more
--           often than not the SQL gives both files the same period.
-- severity: error
-- hint:     let the period come from a column or from the file's own partition
--           (the table snapshot); remove the file that should not count

select
    period.measure,
    period.period,
    volume.place,
    volume.area,
    load.source,
    string_agg(distinct load.file, ' ' order by load.file) as files,
from volume
join load using (load_id)
join period using (period_key)
join measure using (measure)
where measure.reference_kind = 'stock'
group by
    period.measure, period.period, volume.place, volume.area, load.source
having count(distinct load.load_id) > 1
