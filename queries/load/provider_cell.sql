-- provider_cell: this load's volume of each provider in each cell.
--
-- in:    this_load, volume
-- into:  provider_cell
-- grain: load_id, cell_key, provider_key
-- why:   see table/provider_cell. What is hidden is summed apart, because few
--        rows have any.

with counted as (
    select
        volume.load_id,
        volume.cell_key,
        volume.provider_key,
        sum(volume.amount)::bigint as amount,
    from volume
    join this_load using (load_id)
    group by all
),

hidden as (
    select
        volume.cell_key,
        volume.provider_key,
        sum(volume.hidden_low)::bigint as hidden_low,
        sum(volume.hidden_high)::bigint as hidden_high,
        sum(volume.hidden_units)::bigint as hidden_units,
        sum(volume.open_units)::bigint as open_units,
    from volume
    join this_load using (load_id)
    where volume.hidden_units <> 0
        or volume.hidden_low <> 0
        or volume.hidden_high <> 0
    group by all
)

select
    counted.load_id,
    counted.cell_key,
    counted.provider_key,
    counted.amount,
    coalesce(hidden.hidden_low, 0) as hidden_low,
    coalesce(hidden.hidden_high, 0) as hidden_high,
    coalesce(hidden.hidden_units, 0) as hidden_units,
    coalesce(hidden.open_units, 0) as open_units,
from counted
left join hidden using (cell_key, provider_key)
