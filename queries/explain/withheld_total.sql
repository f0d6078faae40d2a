-- withheld_total: the totals whose providers' own volumes are not told.
--
-- in:    agreement_ancestor, area_ancestor, place_ancestor, withheld
-- grain: measure, period, place, area, agreement
-- why:   method 6: the volumes of those in a cell that is not shown could be
--        told from the volumes of all others in any total that has the cell in
--        it. The table withheld has the cells that are not shown.

select distinct
    withheld.measure,
    withheld.period,
    coalesce(place_ancestor.ancestor, withheld.place) as place,
    coalesce(area_ancestor.ancestor, withheld.area) as area,
    coalesce(agreement_ancestor.ancestor, withheld.agreement) as agreement,
from withheld
left join place_ancestor using (measure, place)
left join area_ancestor using (measure, area)
left join agreement_ancestor using (measure, agreement)
order by all
