-- applicable: where each definition has something to say.
--
-- in:    definition, definition_amount, definition_need, history_pattern,
--        load, pattern, period, source_complete
-- grain: definition, period_key
-- why:   a definition without the evidence that it needs says nothing, and
--        nothing is not zero. It must be in force on the reference date, each
--        kind of evidence that it needs must be there for the period, and it
--        must leave no larger remainder than its own idéburen amount times the
--        definition's limit, or its range would be wider than its answer; one
--        that says no more than "at least" has no range. A complete list that
--        is loaded is evidence for every period, also of those who are not in
--        it: nobody registered is a counted 0.

with known as (
    select distinct
        held.period_key,
        unnest(pattern.evidence).attribute as attribute,
    from (
        select distinct period_key, pattern_id from history_pattern
    ) as held
    join pattern using (pattern_id)
    union
    select
        period.period_key,
        source_complete.attribute,
    from source_complete
    semi join load using (source)
    cross join period
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
)

select
    definition.definition,
    period.period_key,
    case
        when period.reference_date < definition.applies_from
            then 'not_in_force'
        when not coalesce(needs.is_met, true) then 'no_evidence'
        when definition.bounds = 'both'
            and definition_amount.remainder * 100
            > greatest(definition_amount.ideburen, 0)
                * definition.remainder_percent
            then 'remainder_too_large'
    end as reason,
    reason is null as is_applicable,
from definition
cross join period
left join needs using (definition, period_key)
left join definition_amount using (definition, period_key)
