-- rule_match: the rules of every definition that each pattern satisfies.
--
-- in:    pattern, rule, rule_condition
-- grain: pattern_id, definition, rule_order
-- why:   a rule matches when every attribute it asks for has one of the
--        values it names, and no attribute has a value that it excludes. A
--        rule that asks for nothing always matches: the catch-all at the end.

with pattern_value as (
    select
        pattern_id,
        unnest(evidence, recursive := true),
    from pattern
),

met as (
    select
        pattern_value.pattern_id,
        rule_condition.definition,
        rule_condition.rule_order,
        rule_condition.attribute,
        rule_condition.is_exclusion,
        bool_and(pattern_value.is_carried) as is_carried,
    from pattern_value
    join rule_condition
        on rule_condition.attribute = pattern_value.attribute
        and rule_condition.value in (pattern_value.value, '*')
    group by all
),

counted as (
    select
        pattern_id,
        definition,
        rule_order,
        count(*) filter (not is_exclusion) as conditions_met,
        count(*) filter (is_exclusion) as exclusions_met,
        bool_or(is_carried) filter (not is_exclusion) as is_carried,
    from met
    group by all
)

select
    pattern.pattern_id,
    rule.definition,
    rule.rule_order,
    coalesce(counted.is_carried, false) as is_carried,
from pattern
cross join rule
left join counted using (pattern_id, definition, rule_order)
where coalesce(counted.conditions_met, 0) = rule.conditions
    and coalesce(counted.exclusions_met, 0) = 0
