-- rule_condition: the evidence that each rule asks for.
--
-- in:    rule, rule_condition
-- grain: definition, rule, attribute, value, is_exclusion
-- why:   it tells which pieces of evidence a decision rests on.

select
    rule.definition,
    rule.rule,
    rule_condition.attribute,
    rule_condition.value,
    rule_condition.is_exclusion,
from rule_condition
join rule using (definition, rule_order)
