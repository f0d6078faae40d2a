-- A ledger says what a supplier is called and nothing of its sector: legal
-- form and owners come from other sources.
select
    line,
    leverantor_id as provider_id,
    'name' as attribute,
    leverantor as value,
    max(datum) over (partition by leverantor_id, leverantor) as observed_date,
from source
where leverantor is not null and not contains(leverantor_id, ':masked:')
