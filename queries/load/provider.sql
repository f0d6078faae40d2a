-- provider: identifiers that this load names for the first time.
--
-- in:    code_fault, evidence_row, provider, volume_row
-- into:  provider
-- grain: provider_key
-- why:   numbers are given in the order of identifiers, after those there are.
--        Who is only found in rows that were dropped gets none.

with named as (
    select volume_row.provider_id
    from volume_row
    anti join code_fault using (line)
    where volume_row.drop_reason is null
    union
    select evidence_row.provider_id from evidence_row
    where evidence_row.drop_reason is null
)

select
    (
        (select coalesce(max(known.provider_key), 0) from provider as known)
        + row_number() over (order by named.provider_id)
    )::integer as provider_key,
    named.provider_id,
from named
left join provider using (provider_id)
where named.provider_id is not null
    and provider.provider_key is null
