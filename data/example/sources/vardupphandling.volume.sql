-- Contracts by CPV group and form of agreement. The source gives no number of
-- the supplier, only its name, and the same name occurs with and without a
-- legal form: a name alone never links, so the form is part of the key.
-- Simple partnerships (21) often go by a person's name: they are one group.
-- Any other word in `reserverad` than True and False gives no agreement, and
-- the load says so.
select
    line,
    'upphandlade_avtal' as measure,
    ar::varchar as period,
    'SE' as place,
    cpv_grupp as area,
    case reserverad
        when 'True' then 'reserverad_upphandling'
        when 'False' then coalesce(forfarande, 'okand')
    end as agreement,
    case
        when leverantor is null then 'vardupphandling:masked:none'
        when juridisk_form = '10' or leverantor = '[fysisk person]'
            then 'vardupphandling:masked:natural'
        when juridisk_form = '21' then 'vardupphandling:group:21'
        else 'vardupphandling:name:' || lower(leverantor)
            || '|' || coalesce(juridisk_form, '-')
    end as provider_id,
    antal_avtal as amount,
from source
