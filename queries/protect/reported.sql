-- reported: how much of each pattern of evidence each cell reports.
--
-- in:    cell, cell_pattern, period
-- grain: cell_key, pattern_id
-- why:   the cells that all published ones are sums of. Parameters: the
--        measure.

select
    period.counted_key as period_key,
    cell_pattern.cell_key,
    cell_pattern.pattern_id,
    cell_pattern.amount,
from cell_pattern
join cell using (cell_key)
join period using (period_key)
where period.measure = $1
order by period.counted_key, cell_pattern.cell_key, cell_pattern.pattern_id
