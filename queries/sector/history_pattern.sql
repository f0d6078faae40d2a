-- history_pattern: which pattern of evidence a history has at a period.
--
-- in:    evidence_list, history_period, pattern
-- grain: history_id, period_key
-- why:   see pattern.

select
    evidence_list.history_id,
    evidence_list.period_key,
    pattern.pattern_id,
from evidence_list
join pattern using (evidence)
join history_period using (history_id, period_key)
where history_period.is_counted
