-- volume: the kept volume of this load.
--
-- in:    provider, this_load, volume_amount, volume_cell
-- into:  volume
-- grain: line, cell_key, provider_key
-- why:   what was dropped is accounted for in load_sum and dropped; only what
--        counts is counted.

select
    this_load.load_id,
    volume_amount.line,
    volume_cell.cell_key,
    provider.provider_key,
    volume_amount.amount,
    volume_amount.hidden_low,
    volume_amount.hidden_high,
    volume_amount.hidden_units,
    volume_amount.open_units,
from volume_amount
cross join this_load
left join provider using (provider_id)
left join volume_cell
    on volume_cell.measure = volume_amount.measure
    and volume_cell.period = volume_amount.period
    and volume_cell.place = volume_amount.place
    and volume_cell.area = volume_amount.area
    and volume_cell.agreement = volume_amount.agreement
    and volume_cell.reference_date
        is not distinct from volume_amount.reference_date
where volume_amount.drop_reason is null
