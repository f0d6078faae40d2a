-- provider: every provider of an edition, its name and history of evidence.
--
-- in:    name, provider_history, provider_identity
-- grain: provider_id
-- why:   what was decided of a provider is what was decided of its history.
--        Natural persons have no name: decode leaves it out.

select
    provider_identity.provider_id,
    provider_identity.provider_kind,
    provider_identity.mask,
    provider_history.history_id,
    name.name,
from provider_identity
join provider_history using (provider_key)
left join name using (provider_key)
