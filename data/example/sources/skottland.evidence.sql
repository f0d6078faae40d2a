-- The sector the register states, as observed on the day of each extract.
select
    line,
    'skottland:' || provider_id as provider_id,
    'sector_claim' as attribute,
    service_type as value,
    snapshot as observed_date,
from source
