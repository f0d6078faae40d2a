-- applicable: where each definition has something to say.
--
-- in:    agreement, cell, cell_pattern, definition, definition_need,
--        history_pattern, pattern, pattern_sector, period
-- grain: definition, period_key
-- why:   a definition without the evidence that it needs says nothing, and
--        nothing is not zero. It must be in force on the reference date, each
--        kind of evidence that it needs must be there for the period, and it
--        must leave no larger remainder than its own idéburen amount times
--        the definition's limit, or its range would be wider than its answer.
--        Grants count in neither: the share is of payment for services.

with known as (
    select distinct
        held.period_key,
        unnest(pattern.evidence).attribute as attribute,
    from (
        select distinct period_key, pattern_id from history_pattern
    ) as held
    join pattern using (pattern_id)
),

need as (
    select
        definition_need.definition,
        definition_need.need,
        period.period_key,
        bool_or(known.attribute is not null) as is_met,
    from definition_need
    cross join period
    left join known
        on known.period_key = period.period_key
        and known.attribute = definition_need.attribute
    group by all
),

needs as (
    select
        definition,
        period_key,
        bool_and(is_met) as is_met,
    from need
    group by all
),

amounts as (
    select
        pattern_sector.definition,
        cell.period_key,
        coalesce(sum(cell_pattern.amount) filter (
            pattern_sector.sector in ('nonpublic', 'unknown')
        ), 0) as remainder,
        coalesce(sum(cell_pattern.amount) filter (
            pattern_sector.sector = 'ideburen'
        ), 0) as ideburen,
    from cell_pattern
    join cell using (cell_key)
    join pattern_sector using (pattern_id)
    left join agreement on agreement.code = cell.agreement
    where agreement.branch is distinct from 'stod'
    group by all
)

select
    definition.definition,
    period.period_key,
    case
        when period.reference_date < definition.applies_from
            then 'not_in_force'
        when not coalesce(needs.is_met, true) then 'no_evidence'
        when amounts.remainder * 100
            > greatest(amounts.ideburen, 0) * definition.remainder_percent
            then 'remainder_too_large'
    end as reason,
    reason is null as is_applicable,
from definition
cross join period
left join needs using (definition, period_key)
left join amounts using (definition, period_key)
