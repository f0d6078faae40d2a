-- volume: the kept volume of this load.
--
-- in:    measure_period, provider, this_load, volume_amount
-- into:  volume
-- grain: line, period_key, place, area, agreement, provider_key
-- why:   what was dropped is accounted for in load_sum and dropped; only what
--        counts is counted.

select
    this_load.load_id,
    volume_amount.line,
    measure_period.period_key,
    volume_amount.place,
    volume_amount.area,
    volume_amount.agreement,
    provider.provider_key,
    volume_amount.amount,
    volume_amount.hidden_low,
    volume_amount.hidden_high,
    volume_amount.hidden_units,
    volume_amount.open_units,
from volume_amount
cross join this_load
left join provider using (provider_id)
left join measure_period
    on measure_period.measure = volume_amount.measure
    and measure_period.period = volume_amount.period
    and measure_period.reference_date
        is not distinct from volume_amount.reference_date
where volume_amount.drop_reason is null
