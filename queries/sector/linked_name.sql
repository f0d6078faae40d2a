-- linked_name: the organisation that a supplier known by name is.
--
-- in:    link, provider_identity
-- grain: provider_key
-- why:   what is known of the organisation, who owns it and what people have
--        decided about it holds for the supplier too: they are the same.

select
    named.provider_key,
    link.provider_id,
    link.organisation_id,
from link
join provider_identity as named on named.provider_id = link.provider_id
where link.organisation_id is not null
