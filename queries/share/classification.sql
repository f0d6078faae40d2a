-- classification: each organisation's sector under each definition, in time.
--
-- in:    applicable, evidence_at, evidence_interval, name, pattern_sector,
--        period, provider_decided, provider_identity
-- grain: definition, provider_id, from_date
-- why:   what every share can be opened down to. Organisations only: groups
--        are not organisations, and natural persons are never listed. Reference
--        dates that follow each other with the same decision are one row. A
--        definition that is not in force or lacks its evidence decides nothing.

with told as (
    select
        provider_key,
        period_key,
        string_agg(attribute || '=' || value, ' ' order by attribute, value)
            filter (attribute not in ('mask', 'provider_kind')) as evidence,
    from evidence_at
    group by all
),

decided as (
    select distinct
        pattern_sector.definition,
        provider_identity.provider_id,
        provider_identity.provider_key,
        period.reference_date,
        pattern_sector.sector,
        pattern_sector.basis,
        pattern_sector.rule,
        coalesce(pattern_sector.reason, '') as reason,
        pattern_sector.is_contested,
        coalesce(pattern_sector.other_rules, '') as other_rules,
        coalesce(told.evidence, '') as evidence,
    from provider_decided
    join provider_identity using (provider_key)
    join period using (period_key)
    join pattern_sector using (pattern_id)
    join applicable using (definition, period_key)
    left join told using (provider_key, period_key)
    where provider_identity.provider_kind in (
            'organisation', 'publisher', 'named'
        )
        and provider_identity.mask is null
        and applicable.reason is distinct from 'not_in_force'
        and applicable.reason is distinct from 'no_evidence'
        and provider_identity.provider_key not in (
            select evidence_interval.provider_key
            from evidence_interval
            where attribute = 'legal_form' and value = '10'
        )
),

spell as (
    select
        *,
        row_number() over (
            partition by definition, provider_id order by reference_date
        ) - row_number() over (
            partition by
                definition, provider_id, sector, basis, rule, is_contested,
                evidence
            order by reference_date
        ) as spell,
    from decided
)

select
    definition,
    provider_id,
    coalesce(max(name.name), '') as name,
    min(reference_date) as from_date,
    max(reference_date) as to_date,
    sector,
    basis,
    rule,
    reason,
    is_contested,
    other_rules,
    evidence,
from spell
left join name using (provider_key)
group by
    definition, provider_id, sector, basis, rule, reason, is_contested,
    other_rules, evidence, spell
