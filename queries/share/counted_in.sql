-- counted_in: the totals that each cell is counted in.
--
-- in:    agreement_ancestor, area_ancestor, cell, cell_pattern, coverage,
--        measure, period, place_ancestor, total_cell
-- grain: cell_key, total_key
-- why:   totals only along dimensions that the measure may be summed over,
--        and over places only when enough of them are there: a sum of half
--        the kommuner is not Sweden.

select
    cell.cell_key,
    total_cell.total_key,
from cell
semi join cell_pattern using (cell_key)
join period using (period_key)
join measure using (measure)
join place_ancestor using (measure, place)
join area_ancestor using (measure, area)
join agreement_ancestor using (measure, agreement)
join total_cell
    on total_cell.period_key = period.counted_key
    and total_cell.place = place_ancestor.ancestor
    and total_cell.area = area_ancestor.ancestor
    and total_cell.agreement = agreement_ancestor.ancestor
left join coverage
    on coverage.period_key = period.counted_key
    and coverage.place = place_ancestor.ancestor
where place_ancestor.ancestor = cell.place
    or measure.coverage_minimum = 0
    or coverage.places_present * 100
        >= coverage.places_listed * measure.coverage_minimum
