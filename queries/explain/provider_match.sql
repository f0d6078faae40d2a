-- provider_match: the providers that somebody may mean, the likeliest first.
--
-- in:    evidence, provider
-- grain: provider_id
-- why:   people know names and not numbers. Natural persons, and sole traders
--        by whatever identifier, are never found. Parameters: the identifier,
--        and the text in lower case.

select
    provider_id,
    provider_kind,
    coalesce(mask, '') as mask,
    coalesce(
        name,
        case when provider_kind = 'named'
            then split_part(provider_id, ':name:', 2)
        end,
        ''
    ) as shown_name,
    case
        when provider_id = $1 then 2
        when lower(shown_name) = $2 then 1
        else 0
    end as nearness,
from provider
where provider_kind <> 'person'
    and provider_id not in (
        select evidence.provider_id
        from evidence
        where evidence.attribute = 'legal_form' and evidence.value = '10'
    )
    and (
        provider_id = $1
        or ($2 <> '' and contains(lower(coalesce(name, '')), $2))
        or ($2 <> '' and provider_kind = 'named' and contains(provider_id, $2))
    )
order by nearness desc, lower(shown_name), provider_id
