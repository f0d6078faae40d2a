-- The legal form and the name of each organisation on the day of delivery,
-- which is in the file's name. A company with limits on dividends has (svb)
-- in its name by law (aktiebolagslagen 32 kap.), and nowhere else. Line of
-- business and postal town only help to link names to numbers.
with delivery as (
    select
        regexp_extract(
            snapshot.file, '[0-9]{4}-[0-9]{2}-[0-9]{2}'
        )::date as observed_date,
    from snapshot
)

select
    source.line,
    source.orgnr as provider_id,
    'legal_form' as attribute,
    source.juridisk_form as value,
    delivery.observed_date,
from source
cross join delivery
union all
select
    source.line,
    source.orgnr as provider_id,
    'name' as attribute,
    coalesce(source.foretagsnamn, source.namn) as value,
    delivery.observed_date,
from source
cross join delivery
where coalesce(source.foretagsnamn, source.namn) is not null
union all
select
    source.line,
    source.orgnr as provider_id,
    'svb' as attribute,
    'yes' as value,
    delivery.observed_date,
from source
cross join delivery
where contains(
    lower(concat_ws(' ', source.namn, source.foretagsnamn)), '(svb)'
)
union all
select
    source.line,
    source.orgnr as provider_id,
    'sni' as attribute,
    source.sni as value,
    delivery.observed_date,
from source
cross join delivery
where source.sni is not null
    and source.orgnr_kind = 'organisation'
union all
select
    source.line,
    source.orgnr as provider_id,
    'postal_place' as attribute,
    source.postort as value,
    delivery.observed_date,
from source
cross join delivery
where source.postort is not null
    and source.orgnr_kind = 'organisation'
