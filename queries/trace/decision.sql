-- decision: the sector of each pattern of evidence under each definition.
--
-- in:    pattern_sector
-- grain: pattern_id, definition
-- why:   the trace explains an edition without the working file, and long
--        after it; so it holds what was decided and not only what was known.

select
    pattern_id,
    definition,
    sector,
    basis,
    rule,
    reason,
    decision_id,
    is_carried,
    is_contested,
    other_rules,
from pattern_sector
