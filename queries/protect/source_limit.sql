-- source_limit: the least number that a source shows, where it suppresses some.
--
-- in:    cell, period, provider_cell
-- grain: period_key
-- why:   method 6: the source's own limit where it is higher than ours. A
--        source that documents that what it suppresses is at most nine shows
--        ten and more. Parameters: the measure.

select
    period.counted_key as period_key,
    (max(
        (provider_cell.hidden_high + provider_cell.hidden_units - 1)
        // provider_cell.hidden_units
    ) + 1)::bigint as least,
from provider_cell
join cell using (cell_key)
join period using (period_key)
where period.measure = $1
    and provider_cell.hidden_units > 0
group by all
order by period.counted_key
