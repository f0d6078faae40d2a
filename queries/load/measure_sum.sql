-- measure_sum: what this load kept and dropped of each measure.
--
-- in:    volume_amount
-- grain: measure
-- why:   compared with what Go read from the source's column, in its own unit.

select
    measure,
    coalesce(sum(amount) filter (drop_reason is null), 0)::decimal(38, 0)
        as kept,
    coalesce(sum(amount) filter (drop_reason is not null), 0)::decimal(38, 0)
        as dropped,
    count(*) filter (not is_exact) as inexact,
    min(line) filter (not is_exact) as inexact_line,
from volume_amount
group by all
