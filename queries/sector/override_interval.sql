-- override_interval: when each decision about a provider holds, as [from, to).
--
-- in:    override, provider
-- grain: provider_key, decision_id
-- why:   a decision about somebody whom no source names is found by the check
--        override_unknown.

select distinct
    provider.provider_key,
    override.decision_id,
    override.valid_from as from_date,
    coalesce(override.valid_to, date '9999-12-31') as to_date,
from override
join provider using (provider_id)
