-- provider_link: which organisation a supplier without a number is.
--
-- in:    link, provider
-- grain: provider_id
-- why:   what is known of that organisation is known of the supplier.
--        Parameters: the identifier.

select
    link.provider_id,
    coalesce(link.organisation_id, '') as organisation_id,
    coalesce(provider.name, '') as name,
    link.status,
    coalesce(link.confirming, '') as confirming,
    coalesce(link.why, '') as why,
from link
left join provider on provider.provider_id = link.organisation_id
where link.provider_id = $1
