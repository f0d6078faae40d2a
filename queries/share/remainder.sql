-- remainder: how much is not decided, and why.
--
-- in:    applicable, pattern_sector, period, total_cell,
--        total_pattern
-- grain: definition, period_key, place, area, agreement, sector, reason
-- why:   a remainder without a reason is an excuse. The reasons are a closed
--        list, given by the rule that left the volume undecided. A definition
--        that is not in force or lacks its evidence says nothing, not that
--        everything is unknown; one whose remainder is too large says why.

select
    pattern_sector.definition,
    total_cell.period_key,
    period.measure,
    period.period,
    total_cell.place,
    total_cell.area,
    total_cell.agreement,
    pattern_sector.sector,
    pattern_sector.reason,
    sum(total_pattern.amount)::bigint as amount,
    sum(total_pattern.hidden_units)::bigint as hidden_units,
from total_pattern
join total_cell using (total_key)
join period using (period_key)
join pattern_sector using (pattern_id)
join applicable using (definition, period_key)
where pattern_sector.sector in ('nonpublic', 'unknown')
    and applicable.reason is distinct from 'not_in_force'
    and applicable.reason is distinct from 'no_evidence'
group by all
