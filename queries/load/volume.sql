-- volume: the kept volume of this load.
--
-- in:    provider, this_load, volume_kept
-- into:  volume
-- grain: line, cell_key, provider_key
-- why:   what was dropped is accounted for in load_sum and dropped; only what
--        counts is counted.

select
    this_load.load_id,
    volume_kept.line,
    volume_kept.cell_key,
    provider.provider_key,
    volume_kept.amount,
    volume_kept.hidden_low,
    volume_kept.hidden_high,
    volume_kept.hidden_units,
    volume_kept.open_units,
from volume_kept
cross join this_load
left join provider using (provider_id)
