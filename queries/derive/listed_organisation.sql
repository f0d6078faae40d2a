-- listed_organisation: providers that may be named beside their volume.
--
-- in:    evidence_interval, provider_identity
-- grain: provider_key
-- why:   organisations only. Groups and masks are no organisations; natural
--        persons, also those with a business of their own (legal form 10), are
--        never listed.

select provider_identity.provider_key
from provider_identity
where provider_identity.provider_kind in ('organisation', 'publisher', 'named')
    and provider_identity.mask is null
    and provider_identity.provider_key not in (
        select evidence_interval.provider_key
        from evidence_interval
        where attribute = 'legal_form' and value = '10'
    )
