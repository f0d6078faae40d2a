-- listed_provider: under which name each provider may be listed.
--
-- in:    evidence, provider, provider_net
-- grain: provider_id
-- why:   natural persons are never listed one by one, whatever identifier the
--        source gives them: all of them are one line. So is each mask of each
--        source, which stands for many.

with sole_trader as (
    select distinct provider_id
    from evidence
    where attribute = 'legal_form' and value = '10'
)

select distinct
    provider_net.provider_id,
    case
        when provider.mask is not null then array_to_string(
            string_split(provider_net.provider_id, ':')[:3], ':'
        )
        when provider.provider_kind = 'person'
            or sole_trader.provider_id is not null then 'person'
        else provider_net.provider_id
    end as listed_id,
    case
        when provider.mask is not null then provider.provider_kind
        when listed_id = 'person' then 'person'
        else provider.provider_kind
    end as provider_kind,
from provider_net
join provider using (provider_id)
left join sole_trader using (provider_id)
