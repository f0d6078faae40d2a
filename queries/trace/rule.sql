-- rule: what each rule says, and what it could turn out to be.
--
-- in:    rule
-- grain: definition, rule
-- why:   a later edition may have other rules. What a presumption could turn
--        out to be, and what a rule that lost would have said, is how far a
--        decision could move a share.

select
    definition,
    rule,
    rule_order,
    sector,
    basis,
    is_fallback,
    could_be_public,
    could_be_private,
    could_be_ideburen,
from rule
