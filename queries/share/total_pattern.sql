-- total_pattern: cell_pattern with the totals that may be made.
--
-- in:    cell_pattern, counted_in
-- grain: total_key, pattern_id
-- why:   see counted_in.

select
    counted_in.total_key,
    cell_pattern.pattern_id,
    sum(cell_pattern.amount)::bigint as amount,
from cell_pattern
join counted_in using (cell_key)
group by all
