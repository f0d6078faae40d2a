-- override: the decisions that an edition knows of.
--
-- in:    override
-- grain: decision_id, definition
-- why:   an explanation tells which decision came before the rules.

select
    decision_id,
    provider_id,
    definition,
    sector,
    reason_code,
    valid_from,
    valid_to,
    review_by,
from override
