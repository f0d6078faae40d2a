-- change: each share's development by cause, in published order.
--
-- in:    change, measure
-- grain: definition, measure, earlier_period, later_period, place, area,
--        agreement, sector
-- why:   as share: the order is that of the codes' bytes.

select
    change.definition,
    change.measure,
    change.earlier_period,
    change.later_period,
    change.place,
    change.area,
    change.agreement,
    change.sector,
    change.earlier_amount,
    change.later_amount,
    change.earlier_total,
    change.later_total,
    change.earlier_share,
    change.later_share,
    change.change,
    change.change_low,
    change.change_high,
    change.reclassified,
    change.converted,
    change.evidence,
    change.arrived,
    change.ended,
    change.remaining,
    change.method,
    change.reclassified_amount,
    change.converted_amount,
    change.evidence_amount,
    change.arrived_amount,
    change.ended_amount,
    change.remaining_amount,
    change.method_amount,
    change.within_areas,
    change.mix_of_areas,
    change.within_places,
    change.mix_of_places,
    change.is_break,
    change.symbol,
    change.note,
    measure.decimals,
from change
join measure using (measure)
order by
    change.measure, change.definition, change.earlier_period,
    change.later_period, change.place, change.area, change.agreement,
    change.sector
