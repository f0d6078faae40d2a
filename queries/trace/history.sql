-- history: which pattern of evidence each history has at each period.
--
-- in:    history_pattern, period
-- grain: history_id, measure, period, reference_date
-- why:   the numbers are those of one build and mean nothing outside it. The
--        period's own days tell which evidence is carried from another one.

select
    history_pattern.history_id,
    period.measure,
    period.period,
    period.from_date,
    period.to_date,
    period.reference_date,
    history_pattern.pattern_id,
from history_pattern
join period using (period_key)
