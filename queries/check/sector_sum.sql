-- sector_sum: cells whose five sectors do not sum to their total.
--
-- in:       share
-- grain:    definition, measure, period, place, area, agreement
-- why:      the sum is checked on what is published, not on what it was made
--           from: five sectors in each cell, once each, and their sum exactly
--           the cell's total.
-- severity: error
-- hint:     this is an error in tresektor itself; keep the workspace and report it

select
    definition,
    measure,
    period,
    place,
    area,
    agreement,
    count(*) as sectors,
    sum(amount)::bigint as amount,
    any_value(total) as total,
from share
group by definition, measure, period, place, area, agreement
having count(*) <> 5
    or sum(amount) is distinct from any_value(total)
