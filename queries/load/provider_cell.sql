-- provider_cell: this load's volume of each provider in each cell.
--
-- in:    this_load, volume
-- into:  provider_cell
-- grain: load_id, cell_key, provider_key
-- why:   see table/provider_cell.

select
    volume.load_id,
    volume.cell_key,
    volume.provider_key,
    sum(volume.amount)::bigint as amount,
    sum(volume.hidden_low)::bigint as hidden_low,
    sum(volume.hidden_high)::bigint as hidden_high,
    sum(volume.hidden_units)::bigint as hidden_units,
    sum(volume.open_units)::bigint as open_units,
from volume
join this_load using (load_id)
group by volume.load_id, volume.cell_key, volume.provider_key
