-- volume_amount: volume rows with their amounts in the smallest unit.
--
-- in:    code_fault, measure, volume_row
-- as:    view
-- grain: none
-- why:   amounts become whole numbers once, here: what is not whole is found
--        by inexact and fails the load. A row of a rejected line is left out
--        whole.

with scaled as (
    select
        volume_row.* exclude (amount, amount_low, amount_high),
        coalesce(volume_row.amount, 0)::decimal(28, 6)
            * measure.unit_scale::decimal(7, 0) as amount,
        (volume_row.amount_low - coalesce(volume_row.amount, 0))::decimal(28, 6)
            * measure.unit_scale::decimal(7, 0) as hidden_low,
        (volume_row.amount_high - coalesce(volume_row.amount, 0))
            ::decimal(28, 6) * measure.unit_scale::decimal(7, 0) as hidden_high,
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
    amount::bigint as amount,
    coalesce(hidden_low, 0)::bigint as hidden_low,
    coalesce(hidden_high, 0)::bigint as hidden_high,
    coalesce(hidden_units, 0)::bigint as hidden_units,
    open_units::bigint as open_units,
from scaled
