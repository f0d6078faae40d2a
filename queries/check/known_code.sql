-- known_code: cells with a code that its list does not have.
--
-- in:       agreement, area, cell, cell_pattern, period, place
-- grain:    measure, period, place, area, agreement
-- why:      loads reject codes that no list knows; a code that has been taken
--           out of a list since would be counted in no total.
-- severity: error
-- hint:     put the code back in its list, or load the source again

select distinct
    period.measure,
    period.period,
    cell.place,
    cell.area,
    cell.agreement,
from cell
semi join cell_pattern using (cell_key)
left join period using (period_key)
left join place on place.code = cell.place
left join area on area.code = cell.area
left join agreement on agreement.code = cell.agreement
where place.code is null
    or area.code is null
    or agreement.code is null
