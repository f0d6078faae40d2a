-- remainder_unexplained: undecided volume without a reason from the list.
--
-- in:       remainder, remainder_reason
-- grain:    definition, measure, reason
-- why:      a remainder without a reason is an excuse.
-- severity: error
-- hint:     give the rule that leaves the volume undecided a `reason` from
--           data/remainder_reason.csv

select
    remainder.definition,
    remainder.measure,
    remainder.reason,
    count(*) as cells,
from remainder
left join remainder_reason on remainder_reason.code = remainder.reason
where remainder_reason.code is null
group by all
