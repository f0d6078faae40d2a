-- applicable: where each definition says something, in published order.
--
-- in:    applicable, period
-- grain: definition, measure, period
-- why:   a '.' in share has its reason here, for the whole measure and period.

select
    applicable.definition,
    period.measure,
    period.period,
    period.reference_date,
    applicable.is_applicable,
    coalesce(applicable.reason, '') as reason,
from applicable
join period using (period_key)
where period.period_key = period.counted_key
order by period.measure, period.period, applicable.definition
