-- owner_standing: what an owner is in itself, whoever owns it.
--
-- in:    evidence_interval, override, provider, provider_identity, run
-- grain: provider_id, standing, source, from_date, to_date
-- why:   method 2: an owner counts as idéburen if it is so under snav. Forms
--        and evidence are those of snav's rules, which a test compares. A
--        company has no standing: it is what its own owners make it. A
--        decision about the owner is one more fact.

with stated as (
    select
        provider_identity.provider_id,
        case
            when evidence_interval.attribute = 'owner_control'
                and evidence_interval.value in ('10', '20', '30')
                then 'public'
            when evidence_interval.attribute = 'public_list' then 'public'
            when evidence_interval.attribute = 'ownership_claim'
                and evidence_interval.value = 'public'
                then 'public'
            when evidence_interval.attribute = 'registered' then 'ideburen'
            when evidence_interval.attribute <> 'legal_form' then null
            when evidence_interval.value in ('81', '82', '83', '84', '85', '89')
                then 'public'
            when evidence_interval.value in ('61', '63', '72', '86')
                then 'ideburen'
            when evidence_interval.value in ('10', '71', '91') then 'private'
            when evidence_interval.value = '96' then 'foreign'
        end as standing,
        evidence_interval.from_date,
        evidence_interval.to_date,
        evidence_interval.source,
        evidence_interval.line,
    from evidence_interval
    join provider_identity using (provider_key)
    union all
    select
        provider_identity.provider_id,
        case provider_identity.provider_kind
            when 'person' then 'private'
            when 'foreign' then 'foreign'
        end as standing,
        date '0001-01-01' as from_date,
        date '9999-12-31' as to_date,
        'tresektor' as source,
        0 as line,
    from provider_identity
    union all
    select
        override.provider_id,
        override.sector as standing,
        override.valid_from as from_date,
        coalesce(override.valid_to, date '9999-12-31') as to_date,
        'overrides.csv' as source,
        override.line,
    from override
    join provider using (provider_id)
    cross join run
    where override.definition = 'snav'
        and override.review_by > run.date
        and override.sector in ('public', 'private', 'ideburen')
)

select
    provider_id,
    standing,
    source,
    from_date,
    to_date,
    min(line) as line,
from stated
where standing is not null
group by all
