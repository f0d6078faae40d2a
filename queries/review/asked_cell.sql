-- asked_cell: the cells of the totals that are asked about.
--
-- in:    asked, counted
-- grain: asked, reference_date, place, area, agreement
-- why:   see trace/counted.

select
    asked.asked,
    asked.measure,
    asked.period,
    place.reference_date,
    place.code as place,
    area.code as area,
    agreement.code as agreement,
from asked
join counted as place
    on place.measure = asked.measure
    and place.period = asked.period
    and place.dimension = 'place'
    and place.ancestor = asked.place
join counted as area
    on area.measure = place.measure
    and area.period = place.period
    and area.reference_date = place.reference_date
    and area.dimension = 'area'
    and area.ancestor = asked.area
join counted as agreement
    on agreement.measure = place.measure
    and agreement.period = place.period
    and agreement.reference_date = place.reference_date
    and agreement.dimension = 'agreement'
    and agreement.ancestor = asked.agreement
