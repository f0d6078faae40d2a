-- vintage: first and latest numbers of revised cells, in published order.
--
-- in:    revision_measure, vintage
-- grain: definition, measure, period, place, area, agreement, sector
-- why:   as share: the order is that of the codes' bytes.

select
    vintage.definition,
    vintage.measure,
    vintage.period,
    vintage.place,
    vintage.area,
    vintage.agreement,
    vintage.sector,
    vintage.first_date,
    vintage.first_amount,
    vintage.first_total,
    vintage.first_share,
    vintage.latest_date,
    vintage.latest_amount,
    vintage.latest_total,
    vintage.latest_share,
    revision_measure.decimals,
from vintage
join revision_measure using (measure)
order by
    vintage.measure, vintage.definition, vintage.period, vintage.place,
    vintage.area, vintage.agreement, vintage.sector
