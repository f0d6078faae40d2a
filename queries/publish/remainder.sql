-- remainder: what is not decided, and why, in published order.
--
-- in:    measure, remainder
-- grain: definition, measure, period, place, area, agreement, sector, reason
-- why:   only reasons with volume or hidden units in them are rows.

select
    remainder.definition,
    remainder.measure,
    remainder.period,
    remainder.place,
    remainder.area,
    remainder.agreement,
    remainder.sector,
    remainder.reason,
    remainder.amount,
    remainder.hidden_units,
    measure.decimals,
from remainder
join measure using (measure)
where remainder.amount <> 0 or remainder.hidden_units <> 0
order by
    remainder.measure, remainder.definition, remainder.period, remainder.place,
    remainder.area, remainder.agreement, remainder.sector, remainder.reason
