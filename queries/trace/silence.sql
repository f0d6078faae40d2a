-- silence: where a definition says nothing, and why.
--
-- in:    applicable, period
-- grain: definition, measure, period, reference_date
-- why:   a decision of a definition that is not applicable is not published.

select
    applicable.definition,
    period.measure,
    period.period,
    period.reference_date,
    applicable.reason,
from applicable
join period using (period_key)
where not applicable.is_applicable
