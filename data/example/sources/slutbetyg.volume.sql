-- Pupils with final grades. From 2023/24 the publisher prints two dots for a
-- school unit with fewer than 10 pupils (notes of the file), so each suppressed
-- unit has at least 1 and at most 9 pupils.
-- The row with neither responsible body nor municipality is no school: the
-- publisher's file ends in 34 lines of notes, which were counted as 34 units
-- when it was compiled. It is dropped, and its 34 units with it.
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
    case
        when kommun is null and huvudmannatyp is null then 'note_row'
    end as drop_reason,
from source
