-- The new number is the successor of the old one from the day of conversion.
select
    line,
    new as provider_id,
    'successor_of' as attribute,
    'yes' as value,
    old as other_id,
    from_date as valid_from,
from source
