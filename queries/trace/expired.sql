-- expired: the decisions that are not applied because their review is due.
--
-- in:    pattern_override
-- grain: pattern_id, definition
-- why:   a provider with such a decision is open again, whatever the rules say
--        of it in the meantime.

select
    pattern_id,
    definition,
    decision_id,
    sector,
from pattern_override
where is_expired
