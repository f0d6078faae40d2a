-- provider_period: the providers with volume in each period, by load.
--
-- in:    none
-- grain: load_id, provider_key, period_key
-- why:   kept beside the volume so that deciding sectors never reads it.

select
    null::integer as load_id,
    null::integer as provider_key,
    null::integer as period_key,
where false
