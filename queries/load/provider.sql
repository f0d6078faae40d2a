-- provider: identifiers that this load names for the first time.
--
-- in:    evidence_row, provider, volume_amount
-- into:  provider
-- grain: provider_key
-- why:   numbers are given in the order of identifiers, after those there are.

with named as (
    select volume_amount.provider_id from volume_amount
    union
    select evidence_row.provider_id from evidence_row
    where evidence_row.drop_reason is null
)

select
    (
        (select coalesce(max(provider.provider_key), 0) from provider)
        + row_number() over (order by named.provider_id)
    )::integer as provider_key,
    named.provider_id,
from named
where named.provider_id is not null
    and named.provider_id not in (select provider.provider_id from provider)
