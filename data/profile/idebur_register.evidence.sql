-- Registered from the day of registration to the day of deregistration. A
-- restored organisation has a row for each time.
select
    line,
    orgnr as provider_id,
    'registered' as attribute,
    'yes' as value,
    registrerad as valid_from,
    avregistrerad as valid_to,
from source
union all
select
    line,
    orgnr as provider_id,
    'name' as attribute,
    namn as value,
    registrerad as valid_from,
    avregistrerad as valid_to,
from source
where namn is not null
