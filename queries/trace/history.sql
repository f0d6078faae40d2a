-- history: which pattern of evidence each history has at each period.
--
-- in:    history_pattern, period
-- grain: history_id, measure, period, reference_date
-- why:   the numbers are those of one build and mean nothing outside it.

select
    history_pattern.history_id,
    period.measure,
    period.period,
    period.reference_date,
    history_pattern.pattern_id,
from history_pattern
join period using (period_key)
