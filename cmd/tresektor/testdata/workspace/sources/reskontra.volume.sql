select
    line,
    'kopt_verksamhet_reskontra' as measure,
    strftime(datum, '%Y-%m') as period,
    kommun as place,
    'okand' as agreement,
    leverantor_id as provider_id,
    belopp as amount,
from source
