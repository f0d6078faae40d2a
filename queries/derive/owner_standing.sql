-- owner_standing: what an owner is in itself, whoever owns it.
--
-- in:    evidence_interval, owner_decision, owner_link, provider_identity
-- grain: provider_id, standing, is_presumed, is_decided, source, from_date,
--        to_date
-- why:   method 2: an owner counts as idéburen if it is so under snav. Forms
--        and evidence are those of snav's rules, which a test compares. That
--        nobody is known to control an association or a foundation is only
--        presumed, and what rests on it is presumed too. A company has no
--        standing: it is what its own owners make it. A decision about the
--        owner goes before all of it. first_seen and last_seen are the days on
--        which it was observed, empty where a validity is stated.

with owner as (
    select distinct owner_link.owner_id as provider_id
    from owner_link
),

said as (
    select
        provider_identity.provider_id,
        evidence_interval.attribute,
        evidence_interval.value,
        evidence_interval.from_date,
        evidence_interval.to_date,
        evidence_interval.source,
        evidence_interval.line,
        evidence_interval.observed_date,
    from evidence_interval
    join provider_identity using (provider_key)
    semi join owner using (provider_id)
),

not_public as (
    select *
    from said
    where (attribute = 'owner_control' and value in ('41', '42', '50'))
        or (attribute = 'ownership_claim' and value = 'nonpublic')
),

stated as (
    select
        provider_id,
        case
            when attribute = 'owner_control' and value in ('10', '20', '30')
                then 'public'
            when attribute = 'public_list' then 'public'
            when attribute = 'ownership_claim' and value = 'public'
                then 'public'
            when attribute = 'registered' then 'ideburen'
            when attribute <> 'legal_form' then null
            when value in ('81', '82', '83', '84', '85', '89') then 'public'
            when value in ('61', '63', '72', '86') then 'ideburen'
            when value in ('10', '71', '91') then 'private'
            when value = '96' then 'foreign'
        end as standing,
        attribute = 'legal_form' and value in ('61', '72') as is_presumed,
        false as is_decided,
        from_date,
        to_date,
        source,
        line,
        observed_date as first_seen,
        observed_date as last_seen,
    from said
    union all
    select
        said.provider_id,
        'ideburen' as standing,
        false as is_presumed,
        false as is_decided,
        greatest(said.from_date, not_public.from_date) as from_date,
        least(said.to_date, not_public.to_date) as to_date,
        said.source,
        said.line,
        least(said.observed_date, not_public.observed_date) as first_seen,
        greatest(said.observed_date, not_public.observed_date) as last_seen,
    from said
    join not_public using (provider_id)
    where said.attribute = 'legal_form'
        and said.value in ('61', '72')
        and said.from_date < not_public.to_date
        and not_public.from_date < said.to_date
    union all
    select
        provider_id,
        case split_part(provider_id, ':', 1)
            when 'person' then 'private'
            when 'foreign' then 'foreign'
        end as standing,
        false as is_presumed,
        false as is_decided,
        date '0001-01-01' as from_date,
        date '9999-12-31' as to_date,
        'tresektor' as source,
        0 as line,
        null::date as first_seen,
        null::date as last_seen,
    from owner
    union all
    select
        owner_decision.provider_id,
        owner_decision.sector as standing,
        false as is_presumed,
        true as is_decided,
        owner_decision.from_date,
        owner_decision.to_date,
        'overrides.csv' as source,
        owner_decision.line,
        null::date as first_seen,
        null::date as last_seen,
    from owner_decision
    semi join owner using (provider_id)
    where owner_decision.reversed_id = ''
)

select
    provider_id,
    standing,
    is_presumed,
    is_decided,
    source,
    from_date,
    to_date,
    min(line) as line,
    case when bool_and(first_seen is not null)
        then first(first_seen order by last_seen desc, first_seen desc)
    end as first_seen,
    case when bool_and(first_seen is not null) then max(last_seen) end
        as last_seen,
from stated
where standing is not null
group by all
