-- The legal form and the name of each organisation on the day of delivery,
-- which is in the file's name, and from which day it is deregistered and why.
-- A company with limits on dividends has (svb) in its name by law
-- (aktiebolagslagen 32 kap.). Further rows of an organisation only give it
-- further names: its first row speaks for all.
with listed as (
    select
        source.*,
        organisation_form.legal_form,
        regexp_extract(
            snapshot.file, '[0-9]{4}-[0-9]{2}-[0-9]{2}'
        )::date as observed_date,
        case
            when row_number() over (
                partition by source.orgnr order by source.line
            ) > 1
                then 'duplicate_row'
        end as drop_reason,
    from source
    cross join snapshot
    left join organisation_form on organisation_form.code = source.form
)

select
    line,
    orgnr as provider_id,
    'legal_form' as attribute,
    nullif(legal_form, '') as value,
    observed_date,
    null::date as valid_from,
    drop_reason,
from listed
union all
select
    line,
    orgnr as provider_id,
    'name' as attribute,
    namn as value,
    observed_date,
    null::date as valid_from,
    drop_reason,
from listed
where namn is not null
union all
select
    line,
    orgnr as provider_id,
    'svb' as attribute,
    'yes' as value,
    observed_date,
    null::date as valid_from,
    drop_reason,
from listed
where contains(lower(namn), '(svb)')
union all
select
    line,
    orgnr as provider_id,
    'deregistered' as attribute,
    coalesce(avregistrering, 'okänd orsak') as value,
    null::date as observed_date,
    avregistrerad as valid_from,
    drop_reason,
from listed
where avregistrerad is not null
