-- Pupils on 15 October 2019: all years by type of school, and year 9.
select
    line,
    'elever' as measure,
    '2019/20' as period,
    kommun as place,
    skolform as area,
    'none' as agreement,
    orgnr as provider_id,
    elever as amount,
from source
union all
select
    line,
    'elever_ak9' as measure,
    '2019/20' as period,
    kommun as place,
    'none' as area,
    'none' as agreement,
    orgnr as provider_id,
    elever_ak9 as amount,
from source
where elever_ak9 is not null
