-- decision: each provider's sector under each definition at each period.
--
-- in:    applicable, pattern_sector, period, provider_decided,
--        provider_identity
-- grain: provider_id, measure, period, definition
-- why:   the trace explains an edition without the working file, and long
--        after it; so it holds what was decided and not only what was known.
--        silence is why the definition says nothing of the measure and period.

select
    provider_identity.provider_id,
    period.measure,
    period.period,
    period.reference_date,
    pattern_sector.definition,
    pattern_sector.sector,
    pattern_sector.basis,
    pattern_sector.rule,
    pattern_sector.reason,
    pattern_sector.is_carried,
    pattern_sector.is_contested,
    pattern_sector.other_rules,
    applicable.reason as silence,
from provider_decided
join provider_identity using (provider_key)
join period using (period_key)
join pattern_sector using (pattern_id)
join applicable using (definition, period_key)
order by
    provider_identity.provider_id, period.measure, period.period,
    period.reference_date, pattern_sector.definition
