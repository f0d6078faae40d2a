-- sum_of: the published cells and the reported ones that they are sums of.
--
-- in:    counted_in, period, total_cell
-- grain: total_key, cell_key
-- why:   places, areas and agreements at once: a number can be told from others
--        along any of them. Parameters: the measure.

select
    period.period_key,
    period.period,
    total_cell.total_key,
    total_cell.place,
    total_cell.area,
    total_cell.agreement,
    counted_in.cell_key,
from counted_in
join total_cell using (total_key)
join period using (period_key)
where period.measure = $1
order by period.period_key, total_cell.total_key, counted_in.cell_key
