-- rule_need: the evidence that each rule of an edition asks for.
--
-- in:    rule_condition
-- grain: definition, rule, attribute, value
-- why:   an explanation tells what a decision rests on. What a rule excludes
--        is not there when it decides.

select
    definition,
    rule,
    attribute,
    value,
from rule_condition
where not is_exclusion
order by all
