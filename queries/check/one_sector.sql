-- one_sector: providers that do not have exactly one sector at a period.
--
-- in:       definition, pattern_sector, period, provider_decided,
--           provider_identity, provider_point
-- grain:    definition, provider_id, measure, period, reference_date
-- why:      every definition ends in a catch-all, so every provider has one
--           sector, basis and reason at each reference date.
-- severity: error
-- hint:     end the definition's rules with one that has no `when` and gives
--           unknown

select
    definition.definition,
    provider_identity.provider_id,
    period.measure,
    period.period,
    period.reference_date,
    count(pattern_sector.sector) as sectors,
from provider_point
cross join definition
join period using (period_key)
left join provider_identity using (provider_key)
left join provider_decided using (provider_key, period_key)
left join pattern_sector using (definition, pattern_id)
group by all
having count(pattern_sector.sector) <> 1
