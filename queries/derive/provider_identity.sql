-- provider_identity: what kind of provider each identifier names.
--
-- in:    provider
-- grain: provider_key
-- why:   the form of the identifier is given where it is made, in decode and
--        in the source's SQL, so that kind and identifier never disagree. A
--        mask that the publisher uses for natural persons only is a person.
--        Only the second part tells: a name may have any text in it.

with divided as (
    select
        provider_key,
        provider_id,
        split_part(provider_id, ':', 2) as form,
        case
            when form = 'masked' then split_part(provider_id, ':', 3)
        end as mask,
    from provider
)

select
    provider_key,
    provider_id,
    case
        when starts_with(provider_id, 'se:') then 'organisation'
        when starts_with(provider_id, 'person:') then 'person'
        when starts_with(provider_id, 'foreign:') then 'foreign'
        when form = 'masked' and mask = 'natural' then 'person'
        when form = 'masked' then 'masked'
        when form = 'name' then 'named'
        when form = 'group' then 'group'
        else 'publisher'
    end as provider_kind,
    mask,
from divided
