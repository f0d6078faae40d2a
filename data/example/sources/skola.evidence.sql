-- The register as it was on 1 June 2020. The legal form is an observation of
-- that day, and public or not is stated for the school year.
select
    line,
    orgnr as provider_id,
    'legal_form' as attribute,
    juridisk_form as value,
    date '2020-06-01' as observed_date,
    null::date as valid_from,
    null::date as valid_to,
from source
union all
select
    line,
    orgnr as provider_id,
    'ownership_claim' as attribute,
    huvudmannatyp as value,
    null::date as observed_date,
    date '2019-07-01' as valid_from,
    date '2020-07-01' as valid_to,
from source
union all
-- One name per number: the register spells some of them in two ways.
select
    line,
    orgnr as provider_id,
    'name' as attribute,
    min(namn) over (partition by orgnr) as value,
    date '2020-06-01' as observed_date,
    null::date as valid_from,
    null::date as valid_to,
from source
where namn is not null
