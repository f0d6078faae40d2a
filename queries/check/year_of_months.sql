-- year_of_months: periods that are no month where years are summed from months.
--
-- in:       measure, period
-- grain:    measure, reported, reference_date
-- why:      a year, or a day, beside months would be counted twice or not at
--           all, and a month is counted with the sectors of a day in it.
-- severity: error
-- hint:     let the source's SQL give months (2024-05) and no reference_date,
--           or leave years out of the measure's file and the measure out of
--           years_from_months in tresektor.yaml

select
    measure,
    reported,
    reference_date,
from period
join measure using (measure)
where measure.is_year_of_months
    and (
        reported = period
        or strftime(reference_date, '%Y-%m') <> reported
    )
