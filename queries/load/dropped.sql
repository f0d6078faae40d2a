-- dropped: what this load left out, by reason.
--
-- in:    this_load, volume_part
-- into:  dropped
-- grain: measure, reason
-- why:   see table/dropped.

select
    this_load.load_id,
    volume_part.measure,
    volume_part.drop_reason as reason,
    sum(volume_part.rows)::bigint as rows,
    sum(volume_part.amount)::hugeint as amount,
from volume_part
cross join this_load
where volume_part.drop_reason is not null
group by all
