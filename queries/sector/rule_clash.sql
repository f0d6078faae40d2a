-- rule_clash: rules that a pattern satisfies by values that exclude each other.
--
-- in:    pattern, rule_condition, rule_match
-- grain: pattern_id, definition, rule_order, later_order
-- why:   a provider has one legal form and one owner control at a time. Where
--        two sources say different things, each by itself may satisfy a rule,
--        and both may be presumptions: that is a contradiction of evidence and
--        not of what is missing. A kind contradicts nothing: see pattern_kind.

with held as (
    select
        pattern_id,
        unnest(evidence, recursive := true),
    from pattern
),

several as (
    select
        pattern_id,
        attribute,
    from held
    group by all
    having count(*) > 1
),

rested as (
    select
        rule_match.pattern_id,
        rule_match.definition,
        rule_match.rule_order,
        held.attribute,
        held.value,
    from held
    semi join several using (pattern_id, attribute)
    join rule_match using (pattern_id)
    join rule_condition
        on rule_condition.definition = rule_match.definition
        and rule_condition.rule_order = rule_match.rule_order
        and rule_condition.attribute = held.attribute
        and rule_condition.value in (held.value, '*')
        and not rule_condition.is_exclusion
    where rule_match.definition <> 'kind'
),

compared as (
    select
        earlier.pattern_id,
        earlier.definition,
        earlier.rule_order,
        later.rule_order as later_order,
        bool_or(earlier.value = later.value) as is_shared,
    from rested as earlier
    join rested as later using (pattern_id, definition, attribute)
    where earlier.rule_order < later.rule_order
    group by
        earlier.pattern_id, earlier.definition, earlier.rule_order,
        later.rule_order, earlier.attribute
)

select distinct
    pattern_id,
    definition,
    rule_order,
    later_order,
from compared
where not is_shared
