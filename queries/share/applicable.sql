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
--        it: nobody registered is a counted 0. A year of months is judged as
--        one: it must be in force in all of them, and what it leaves is that
--        of the year.

with known as (
    select distinct
        held.counted_key,
        unnest(pattern.evidence).attribute as attribute,
    from (
        select distinct
            period.counted_key,
            history_pattern.pattern_id,
        from history_pattern
        join period using (period_key)
    ) as held
    join pattern using (pattern_id)
    union
    select
        period.counted_key,
        source_complete.attribute,
    from source_complete
    semi join load using (source)
    cross join period
),

need as (
    select
        definition_need.definition,
        definition_need.need,
        period.counted_key,
        bool_or(known.attribute is not null) as is_met,
    from definition_need
    cross join period
    left join known
        on known.counted_key = period.counted_key
        and known.attribute = definition_need.attribute
    group by all
),

needs as (
    select
        definition,
        counted_key,
        bool_and(is_met) as is_met,
    from need
    group by all
)

select
    definition.definition,
    period.period_key,
    case
        when min(period.reference_date) over counted_with
            < definition.applies_from
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
left join needs using (definition, counted_key)
left join definition_amount using (definition, counted_key)
window counted_with as (
    partition by definition.definition, period.counted_key
)
