-- one_reference_date: periods of a measure that are counted on several days.
--
-- in:       period
-- grain:    measure, period
-- why:      a series holds one measure on one basis. Two reference dates for
--           the same period are two measures under one name, or a slip.
-- severity: error
-- hint:     state the reference date in every source of the measure or in none;
--           each counting day needs a period, or a measure, of its own

select
    measure,
    reported as period,
    count(*) as reference_dates,
    min(reference_date) as first_date,
    max(reference_date) as last_date,
from period
group by all
having count(*) > 1
