-- On an official list of public bodies from the year it began to the end of
-- its last year. Where the register has no first year the agency is older
-- than the register.
select
    line,
    orgnr as provider_id,
    'public_list' as attribute,
    'yes' as value,
    make_date(coalesce(start, 1), 1, 1) as valid_from,
    make_date(slut + 1, 1, 1) as valid_to,
from source
union all
select
    line,
    orgnr as provider_id,
    'name' as attribute,
    namn as value,
    make_date(coalesce(start, 1), 1, 1) as valid_from,
    make_date(slut + 1, 1, 1) as valid_to,
from source
