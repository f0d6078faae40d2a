-- The statistics state public or not, and no legal form. Legal forms come
-- from the school unit register of 2020, where the provider is in it.
select
    line,
    orgnr as provider_id,
    'ownership_claim' as attribute,
    huvudmannatyp as value,
    null::date as observed_date,
    date '2024-07-01' as valid_from,
    date '2025-07-01' as valid_to,
from source
where huvudmannatyp is not null
union all
select
    line,
    orgnr as provider_id,
    'name' as attribute,
    min(namn) over (partition by orgnr) as value,
    date '2025-06-30' as observed_date,
    null::date as valid_from,
    null::date as valid_to,
from source
where namn is not null
