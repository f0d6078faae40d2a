-- provider_period: the providers with volume in each period of this load.
--
-- in:    this_load, volume
-- into:  provider_period
-- grain: load_id, provider_key, period_key
-- why:   see table/provider_period.

select distinct
    volume.load_id,
    volume.provider_key,
    volume.period_key,
from volume
join this_load using (load_id)
