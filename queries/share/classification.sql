-- classification: each organisation's sector under each definition, in time.
--
-- in:    applicable, listed_organisation, name, pattern, pattern_kind,
--        pattern_sector, period, provider_decided, provider_identity
-- grain: definition, provider_id, from_date
-- why:   what every share can be opened down to. Organisations only: groups
--        are not organisations, and natural persons are never listed. Reference
--        dates that follow each other with the same decision are one row. A
--        definition that is not in force or lacks its evidence decides nothing.
--        Decisions are compared by number, that of the first pattern that says
--        the same: there are millions of them, and their texts are long.

with sentence as (
    select
        pattern_id,
        coalesce(array_to_string(
            list_transform(
                list_filter(
                    evidence,
                    fact -> fact.attribute not in ('mask', 'provider_kind')
                ),
                fact -> fact.attribute || '=' || fact.value
            ), ' '
        ), '') as evidence,
    from pattern
),

told as (
    select
        pattern_sector.*,
        sentence.evidence,
        coalesce(pattern_kind.kind, '') as kind,
        min(pattern_sector.pattern_id) over (
            partition by
                definition, sector, basis, rule, reason, is_contested,
                other_rules, evidence, coalesce(pattern_kind.kind, '')
        ) as decision,
    from pattern_sector
    join sentence using (pattern_id)
    left join pattern_kind using (pattern_id)
),

decided as (
    select distinct
        told.definition,
        told.decision,
        provider_decided.provider_key,
        period.reference_date,
    from provider_decided
    join listed_organisation using (provider_key)
    join period using (period_key)
    join told using (pattern_id)
    join applicable using (definition, period_key)
    where applicable.reason is distinct from 'not_in_force'
        and applicable.reason is distinct from 'no_evidence'
),

spell as (
    select
        definition,
        decision,
        provider_key,
        min(reference_date) as from_date,
        max(reference_date) as to_date,
    from (
        select
            *,
            row_number() over (
                partition by definition, provider_key order by reference_date
            ) - row_number() over (
                partition by definition, provider_key, decision
                order by reference_date
            ) as spell,
        from decided
    )
    group by definition, decision, provider_key, spell
)

select
    spell.definition,
    provider_identity.provider_id,
    coalesce(name.name, '') as name,
    spell.from_date,
    spell.to_date,
    told.sector,
    told.kind,
    told.basis,
    told.rule,
    coalesce(told.reason, '') as reason,
    told.is_contested,
    coalesce(told.other_rules, '') as other_rules,
    told.evidence,
from spell
join provider_identity using (provider_key)
join told
    on told.definition = spell.definition
    and told.pattern_id = spell.decision
left join name using (provider_key)
