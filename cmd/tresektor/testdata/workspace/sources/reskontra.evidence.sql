select
    line,
    leverantor_id as provider_id,
    'legal_form' as attribute,
    juridisk_form as value,
    datum as observed_date,
from source
where juridisk_form is not null
union all
select
    line,
    leverantor_id as provider_id,
    'name' as attribute,
    leverantor as value,
    datum as observed_date,
from source
where leverantor is not null
