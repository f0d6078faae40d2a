-- coverage: the places for which totals over smaller places are made.
--
-- in:    coverage, measure, period, total_cell
-- grain: measure, period, reference_date, place
-- why:   see share/counted_in: a sum of half the kommuner is not Sweden. What
--        is reported of the place itself is counted there all the same.

select distinct
    period.measure,
    period.period,
    period.reference_date,
    total_cell.place,
from total_cell
join period on period.counted_key = total_cell.period_key
join measure using (measure)
left join coverage
    on coverage.period_key = total_cell.period_key
    and coverage.place = total_cell.place
where measure.coverage_minimum = 0
    or coverage.places_present * 100
        >= coverage.places_listed * measure.coverage_minimum
