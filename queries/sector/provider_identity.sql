-- provider_identity: what kind of provider each identifier names.
--
-- in:    provider
-- grain: provider_key
-- why:   the form of the identifier is given where it is made, in decode and
--        in the source's SQL, so that kind and identifier never disagree. A
--        mask that the publisher uses for natural persons only is a person.

select
    provider_key,
    provider_id,
    case
        when starts_with(provider_id, 'se:') then 'organisation'
        when starts_with(provider_id, 'person:') then 'person'
        when starts_with(provider_id, 'foreign:') then 'foreign'
        when contains(provider_id, ':masked:natural') then 'person'
        when contains(provider_id, ':masked:') then 'masked'
        when contains(provider_id, ':name:') then 'named'
        when contains(provider_id, ':group:') then 'group'
        else 'publisher'
    end as provider_kind,
    case
        when contains(provider_id, ':masked:')
            then regexp_extract(provider_id, ':masked:([a-z]+)', 1)
    end as mask,
from provider
