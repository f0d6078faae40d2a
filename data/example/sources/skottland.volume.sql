-- Registered places on the day of each extract: 31 March, and 22 March 2021.
select
    line,
    'platser_vuxenboende' as measure,
    year(snapshot)::varchar as period,
    council_area as place,
    subtype as area,
    'none' as agreement,
    'skottland:' || provider_id as provider_id,
    registered_places as amount,
    snapshot as reference_date,
from source
