-- dropped: what this load left out, by reason.
--
-- in:    this_load, volume_amount
-- into:  dropped
-- grain: measure, reason
-- why:   see table/dropped.

select
    this_load.load_id,
    volume_amount.measure,
    volume_amount.drop_reason as reason,
    count(distinct volume_amount.line) as rows,
    sum(volume_amount.amount) as amount,
from volume_amount
cross join this_load
where volume_amount.drop_reason is not null
group by all
