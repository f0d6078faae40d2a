-- stock_twice: stocks that two files of one source both report.
--
-- in:       cell, load, measure, period, provider_cell
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
    cell.place,
    cell.area,
    load.source,
    string_agg(distinct load.file, ' ' order by load.file) as files,
from (select distinct load_id, cell_key from provider_cell) as reported_cell
join cell using (cell_key)
join load using (load_id)
join period using (period_key)
join measure using (measure)
where measure.reference_kind = 'stock'
group by
    period.measure, period.period, cell.place, cell.area, load.source
having count(distinct load.load_id) > 1
