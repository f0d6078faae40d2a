-- What the source says of each supplier, for the year it reports. Natural
-- persons need no evidence: they are private under every definition.
with supplier as (
    select
        line,
        'vardupphandling:name:' || lower(leverantor)
        || '|' || coalesce(juridisk_form, '-') as provider_id,
        min(leverantor) over (partition by lower(leverantor)) as name,
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
