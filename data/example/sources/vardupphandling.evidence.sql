-- What the source says of each supplier, for the year it reports. Natural
-- persons need no evidence: they are private under every definition.
with supplier as (
    select
        line,
        case juridisk_form
            when '21' then 'vardupphandling:group:21'
            else 'vardupphandling:name:' || lower(leverantor)
                || '|' || coalesce(juridisk_form, '-')
        end as provider_id,
        case when coalesce(juridisk_form, '-') <> '21'
            then min(leverantor) over (partition by lower(leverantor))
        end as name,
        sni,
        juridisk_form,
        leverantor_sektor,
        make_date(ar, 1, 1) as first_day,
        make_date(ar + 1, 1, 1) as next_day,
    from source
    where
        leverantor is not null
        and leverantor <> '[fysisk person]'
        and coalesce(juridisk_form, '-') <> '10'
)

select
    line,
    provider_id,
    'name' as attribute,
    name as value,
    null::date as observed_date,
    first_day as valid_from,
    next_day as valid_to,
from supplier
where name is not null
union all
select
    line,
    provider_id,
    'sni' as attribute,
    sni as value,
    null::date as observed_date,
    first_day as valid_from,
    next_day as valid_to,
from supplier
where sni is not null
union all
select
    line,
    provider_id,
    'legal_form' as attribute,
    juridisk_form as value,
    null::date as observed_date,
    first_day as valid_from,
    next_day as valid_to,
from supplier
where juridisk_form is not null
union all
select
    line,
    provider_id,
    'ownership_claim' as attribute,
    leverantor_sektor as value,
    null::date as observed_date,
    first_day as valid_from,
    next_day as valid_to,
from supplier
where leverantor_sektor is not null
