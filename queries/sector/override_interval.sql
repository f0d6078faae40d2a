-- override_interval: when each decision about a provider holds, as [from, to).
--
-- in:    linked_name, override, provider
-- grain: provider_key, decision_id
-- why:   a decision about somebody whom no source names is found by the check
--        override_unknown. A supplier known by name has the decisions about the
--        organisation that it is linked to, unless there are any about the
--        supplier itself: two decisions about one provider would meet.

select distinct
    decided.provider_key,
    override.decision_id,
    override.valid_from as from_date,
    coalesce(override.valid_to, date '9999-12-31') as to_date,
from override
join (
    select provider.provider_id, provider.provider_key
    from provider
    union all
    select linked_name.organisation_id, linked_name.provider_key
    from linked_name
    where linked_name.provider_id not in (
        select own.provider_id from override as own
    )
) as decided using (provider_id)
