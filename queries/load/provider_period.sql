-- provider_period: the providers with volume in each period of this load.
--
-- in:    cell, provider_cell, this_load
-- into:  provider_period
-- grain: load_id, provider_key, period_key
-- why:   see table/provider_period.

select distinct
    provider_cell.load_id,
    provider_cell.provider_key,
    cell.period_key,
from provider_cell
join this_load using (load_id)
join cell using (cell_key)
