-- sector_sum: cells whose five sectors do not sum to their total.
--
-- in:       share
-- grain:    definition, period_key, place, area, agreement
-- why:      the sum is checked on what is published, not on what it was made
--           from: five sectors in each cell, once each, and their sum exactly
--           the cell's total.
-- severity: error
-- hint:     this is an error in tresektor itself; keep the workspace and report
--           it

select
    definition,
    period_key,
    measure,
    period,
    place,
    area,
    agreement,
    count(*) as sectors,
    sum(amount)::bigint as amount,
    max(total) as total,
from share
group by definition, period_key, measure, period, place, area, agreement
having count(*) <> 5
    or sum(amount) is distinct from max(total)
    or min(total) is distinct from max(total)
