-- remainder: how much is not decided, and why.
--
-- in:    pattern_sector, period, remainder_reason, total_pattern
-- grain: definition, measure, period, place, area, agreement, sector, reason
-- why:   a remainder without a reason is an excuse. The reasons are a closed
--        list, given by the rule that left the volume undecided.

select
    pattern_sector.definition,
    period.measure,
    period.period,
    total_pattern.place,
    total_pattern.area,
    total_pattern.agreement,
    pattern_sector.sector,
    pattern_sector.reason,
    sum(total_pattern.amount)::bigint as amount,
    sum(total_pattern.hidden_units)::bigint as hidden_units,
from total_pattern
join period using (period_key)
join pattern_sector using (pattern_id)
join remainder_reason on remainder_reason.code = pattern_sector.reason
where pattern_sector.sector in ('nonpublic', 'unknown')
group by all
