-- one_period_kind: measures that mix years with months or days.
--
-- in:       period
-- grain:    measure
-- why:      a year and its months in one series would be drawn and summed as
--           if they were the same thing.
-- severity: error
-- hint:     make one measure of the years and another of the months

select
    measure,
    string_agg(distinct period_kind, ' ' order by period_kind)
        as period_kinds,
from period
group by all
having count(distinct period_kind) > 1
