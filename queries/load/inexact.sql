-- inexact: volume rows whose amount is not whole in the smallest unit.
--
-- in:    combination, measure, volume_row
-- grain: none
-- why:   rounding would change sums, so such a row fails the load. Amounts of
--        a type with no more decimals than their measure need no look; limits
--        must be whole too, and the lower one not above the higher.

with coarse as (
    select distinct
        measure.measure,
        measure.unit_scale,
    from measure
    join combination using (measure)
    where combination.amount_decimals > measure.decimals
),

limited as (
    select
        volume_row.line,
        volume_row.measure,
        coalesce(volume_row.amount_low, volume_row.amount, 0)::decimal(28, 6)
            * measure.unit_scale::decimal(7, 0) as amount_low,
        coalesce(volume_row.amount_high, volume_row.amount, 0)::decimal(28, 6)
            * measure.unit_scale::decimal(7, 0) as amount_high,
    from volume_row
    join measure using (measure)
    where volume_row.amount_low is not null
        or volume_row.amount_high is not null
)

select
    volume_row.line,
    volume_row.measure,
from volume_row
join coarse using (measure)
where volume_row.amount::decimal(28, 6) is distinct from volume_row.amount
    or (
        volume_row.amount::decimal(28, 6) * coarse.unit_scale::decimal(7, 0)
    )::bigint <> volume_row.amount::decimal(28, 6)
        * coarse.unit_scale::decimal(7, 0)
union all
select
    line,
    measure,
from limited
where amount_low::bigint <> amount_low
    or amount_high::bigint <> amount_high
    or amount_low > amount_high
