-- On an official list of public bodies from fran and until till, which is the
-- first day it no longer is, and without fran for as long as anybody asks.
select
    line,
    orgnr as provider_id,
    'public_list' as attribute,
    'yes' as value,
    coalesce(fran, date '0001-01-01') as valid_from,
    till as valid_to,
from source
