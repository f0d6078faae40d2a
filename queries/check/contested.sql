-- contested: volume of providers whose evidence disagrees.
--
-- in:       cell, pattern_sector, period, provider_cell, provider_decided,
--           provider_identity
-- grain:    definition, provider_id, measure, period
-- why:      the rules' order decides, but an analyst should know where two
--           pieces of evidence say sectors that cannot both be true.
-- severity: warning
-- hint:     run tresektor explain provider on it, and record a decision if the
--           rules decide wrongly

select
    pattern_sector.definition,
    provider_identity.provider_id,
    period.measure,
    period.period,
    pattern_sector.sector,
    pattern_sector.rule,
    pattern_sector.other_rules,
    sum(provider_cell.amount)::bigint as amount,
from provider_cell
join cell using (cell_key)
join provider_decided using (provider_key, period_key)
join pattern_sector using (pattern_id)
join provider_identity using (provider_key)
join period using (period_key)
where pattern_sector.is_contested
group by all
