-- provider: every provider of an edition and its history of evidence.
--
-- in:    provider_history, provider_identity
-- grain: provider_id
-- why:   what was decided of a provider is what was decided of its history.

select
    provider_identity.provider_id,
    provider_identity.provider_kind,
    provider_identity.mask,
    provider_history.history_id,
from provider_identity
join provider_history using (provider_key)
