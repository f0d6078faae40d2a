-- inexact: volume rows whose amount is not whole in the smallest unit.
--
-- in:    coarse_measure, volume_row
-- when:  coarse_measure
-- grain: none
-- why:   rounding would change sums, so such a row fails the load. Limits must
--        be whole too, and the lower one not above the higher.

with scaled as (
    select
        volume_row.line,
        volume_row.measure,
        volume_row.amount::decimal(28, 6)
            is not distinct from volume_row.amount as is_read,
        volume_row.amount::decimal(28, 6) * unit_scale as amount,
        coalesce(volume_row.amount_low, volume_row.amount, 0)::decimal(28, 6)
            * unit_scale as amount_low,
        coalesce(volume_row.amount_high, volume_row.amount, 0)::decimal(28, 6)
            * unit_scale as amount_high,
    from volume_row
    join coarse_measure using (measure)
)

select
    line,
    measure,
from scaled
where not is_read
    or amount::bigint <> amount
    or amount_low::bigint <> amount_low
    or amount_high::bigint <> amount_high
    or amount_low > amount_high
