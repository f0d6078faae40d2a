select
    line,
    leverantor_id as provider_id,
    'legal_form' as attribute,
    juridisk_form as value,
    datum as observed_date,
from source
where juridisk_form is not null
