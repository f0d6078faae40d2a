-- total_pattern: cell_pattern with the totals that may be made.
--
-- in:    agreement_ancestor, area_ancestor, cell_pattern, coverage, measure,
--        period, place_ancestor
-- grain: period_key, place, area, agreement, pattern_id
-- why:   totals only along dimensions that the measure may be summed over,
--        and over places only when enough of them are there: a sum of half
--        the kommuner is not Sweden.

select
    cell_pattern.period_key,
    place_ancestor.ancestor as place,
    area_ancestor.ancestor as area,
    agreement_ancestor.ancestor as agreement,
    cell_pattern.pattern_id,
    sum(cell_pattern.amount)::bigint as amount,
    sum(cell_pattern.hidden_low)::bigint as hidden_low,
    sum(cell_pattern.hidden_high)::bigint as hidden_high,
    sum(cell_pattern.hidden_units)::bigint as hidden_units,
    sum(cell_pattern.open_units)::bigint as open_units,
from cell_pattern
join period using (period_key)
join measure using (measure)
join place_ancestor using (measure, place)
join area_ancestor using (measure, area)
join agreement_ancestor using (measure, agreement)
left join coverage
    on coverage.period_key = cell_pattern.period_key
    and coverage.place = place_ancestor.ancestor
where place_ancestor.ancestor = cell_pattern.place
    or measure.coverage_minimum = 0
    or coverage.places_present * 100
        >= coverage.places_listed * measure.coverage_minimum
group by all
