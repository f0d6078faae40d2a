-- An intermediary from the first day to the day before the last given one;
-- without a first day for as long as anybody asks.
select
    line,
    orgnr as provider_id,
    'intermediary' as attribute,
    'yes' as value,
    coalesce(fran, date '0001-01-01') as valid_from,
    till as valid_to,
from source
