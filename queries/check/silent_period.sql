-- silent_period: volume of which no definition says anything.
--
-- in:       applicable, period
-- grain:    measure, period
-- why:      a source that knows two sectors, or none, gives cells that are all
--           '.': true, but an analyst should be told before a reader is.
-- severity: warning
-- hint:     add evidence of legal form, or of the three sectors, for these
--           providers

select
    period.measure,
    period.period,
    string_agg(
        applicable.definition || ': ' || applicable.reason, ', '
        order by applicable.definition
    ) as reasons,
from applicable
join period using (period_key)
where period.period_key = period.counted_key
group by period.measure, period.period
having not bool_or(applicable.is_applicable)
