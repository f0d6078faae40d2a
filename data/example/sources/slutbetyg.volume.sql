-- Pupils with final grades. The publisher shows no number for a school unit
-- with fewer than 10 pupils (the smallest number it prints is 10), so each
-- suppressed unit has at least 1 and at most 9 pupils.
select
    line,
    'slutbetyg_ak9' as measure,
    '2024/25' as period,
    coalesce(kommun, 'SE-okand') as place,
    'none' as area,
    'none' as agreement,
    orgnr as provider_id,
    elever_ak9 as amount,
    elever_ak9 + enheter_undertryckta as amount_low,
    elever_ak9 + 9 * enheter_undertryckta as amount_high,
    enheter_undertryckta as hidden_units,
from source
