-- corrected: how far each new correction reaches.
--
-- in:    corrected
-- grain: correction_id
-- why:   the words of a correction are the workspace's; this is what they met.

select
    correction_id,
    cells,
    largest_change,
from corrected
order by correction_id
