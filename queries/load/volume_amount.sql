-- volume_amount: volume rows with their amounts in the smallest unit.
--
-- in:    code_fault, measure, volume_row
-- grain: none
-- why:   amounts become whole numbers once, here. A row of a rejected line is
--        left out whole; an amount that is not whole in the measure's smallest
--        unit is found by is_exact and fails the load.

with scaled as (
    select
        volume_row.* exclude (amount, amount_low, amount_high),
        coalesce(volume_row.amount, 0)::decimal(28, 6)
            * measure.unit_scale::decimal(7, 0) as amount,
        coalesce(volume_row.amount_low, volume_row.amount, 0)::decimal(28, 6)
            * measure.unit_scale::decimal(7, 0) as amount_low,
        coalesce(volume_row.amount_high, volume_row.amount, 0)::decimal(28, 6)
            * measure.unit_scale::decimal(7, 0) as amount_high,
        case
            when volume_row.amount_high is null
                then coalesce(volume_row.hidden_units, 0)
            else 0
        end as open_units,
        volume_row.amount::decimal(28, 6) is not distinct from volume_row.amount
            as is_read,
    from volume_row
    join measure using (measure)
    where volume_row.line not in (
        select code_fault.line from code_fault where code_fault.line is not null
    )
)

select
    line,
    measure,
    period,
    place,
    coalesce(area, 'none') as area,
    coalesce(agreement, 'none') as agreement,
    provider_id,
    reference_date,
    drop_reason,
    amount::bigint as amount,
    (amount_low - amount)::bigint as hidden_low,
    (amount_high - amount)::bigint as hidden_high,
    coalesce(hidden_units, 0)::bigint as hidden_units,
    open_units::bigint as open_units,
    is_read
        and amount::bigint = amount
        and amount_low::bigint = amount_low
        and amount_high::bigint = amount_high
        and amount_low <= amount_high as is_exact,
from scaled
