-- volume_amount: volume rows with their amounts in the smallest unit.
--
-- in:    code_fault, measure, volume_row
-- as:    view
-- grain: none
-- why:   amounts become whole numbers once, here: what is not whole is found
--        by inexact and fails the load. A product of small decimals stays in 64
--        bits, or fails; in 128 bits it would cost more than all the rest. A
--        row of a rejected line is left out whole.

with scaled as (
    select
        volume_row.* exclude (amount, amount_low, amount_high),
        case
            when measure.unit_scale = 1 then volume_row.amount::bigint
            else (volume_row.amount * measure.unit_scale::decimal(7, 0))::bigint
        end as amount,
        case
            when volume_row.amount_low is not null
                then (
                    volume_row.amount_low * measure.unit_scale::decimal(7, 0)
                )::bigint
        end as amount_low,
        case
            when volume_row.amount_high is not null
                then (
                    volume_row.amount_high * measure.unit_scale::decimal(7, 0)
                )::bigint
        end as amount_high,
        case
            when volume_row.amount_high is null
                then coalesce(volume_row.hidden_units, 0)
            else 0
        end as open_units,
    from volume_row
    join measure using (measure)
    anti join code_fault on code_fault.line = volume_row.line
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
    coalesce(amount, 0) as amount,
    coalesce(amount_low - coalesce(amount, 0), 0) as hidden_low,
    coalesce(amount_high - coalesce(amount, 0), 0) as hidden_high,
    coalesce(hidden_units, 0)::bigint as hidden_units,
    open_units::bigint as open_units,
from scaled
