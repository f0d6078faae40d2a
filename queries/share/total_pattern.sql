-- total_pattern: cell_pattern with the totals that may be made.
--
-- in:    cell_pattern, counted_in
-- grain: total_key, pattern_id
-- why:   see counted_in.

select
    counted_in.total_key,
    cell_pattern.pattern_id,
    sum(cell_pattern.amount)::bigint as amount,
    sum(cell_pattern.hidden_low)::bigint as hidden_low,
    sum(cell_pattern.hidden_high)::bigint as hidden_high,
    sum(cell_pattern.hidden_units)::bigint as hidden_units,
    sum(cell_pattern.open_units)::bigint as open_units,
from cell_pattern
join counted_in using (cell_key)
group by all
