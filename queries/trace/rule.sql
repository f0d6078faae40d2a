-- rule: what each rule of each definition says.
--
-- in:    rule
-- grain: definition, rule
-- why:   a decision names its rule; what the rule presumes, and what other
--        rules would have said, is told by them. Their words are published
--        in the edition's table definition.

select
    definition,
    rule_order,
    rule,
    sector,
    basis,
    reason,
    is_contested,
    is_fallback,
    could_be_public,
    could_be_private,
    could_be_ideburen,
from rule
