-- override_redundant: decisions that say what the rules say anyway.
--
-- in:       history_pattern, override, pattern_override, pattern_rule
-- grain:    decision_id
-- why:      evidence has arrived since, or the decision was never needed; each
--           one is a row that somebody must review.
-- severity: warning
-- hint:     remove the row from overrides.csv, or keep it and know why

select
    override.decision_id,
    'overrides.csv:' || min(override.line) as file,
    min(override.provider_id) as provider_id,
    string_agg(distinct pattern_rule.rule, ' ' order by pattern_rule.rule)
        as rules,
from override
join pattern_override using (decision_id, definition)
semi join history_pattern
    on history_pattern.pattern_id = pattern_override.pattern_id
join pattern_rule
    on pattern_rule.pattern_id = pattern_override.pattern_id
    and pattern_rule.definition = pattern_override.definition
group by override.decision_id
having bool_and(pattern_rule.sector = pattern_override.sector)
