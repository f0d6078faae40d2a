-- source_period: what each source reports of each period, in published order.
--
-- in:    measure, source_period
-- grain: source, measure, period
-- why:   the next edition is compared with it, and so can a reader.

select
    source_period.source,
    source_period.measure,
    source_period.period,
    source_period.amount,
    source_period.hidden_units,
    source_period.providers,
    measure.decimals,
from source_period
join measure using (measure)
order by source_period.source, source_period.measure, source_period.period
