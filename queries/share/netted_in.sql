-- netted_in: the cells in which each cell's amounts are netted.
--
-- in:    cell, net_cell, period, place_ancestor
-- grain: cell_key, net_key
-- why:   see net_cell.

select
    cell.cell_key,
    net_cell.net_key,
from cell
join period using (period_key)
join place_ancestor using (measure, place)
join net_cell
    on net_cell.period_key = period.counted_key
    and net_cell.place = place_ancestor.ancestor
    and net_cell.area = cell.area
    and net_cell.agreement = cell.agreement
