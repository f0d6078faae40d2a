-- provider_decided: which pattern of evidence a provider has at a period.
--
-- in:    pattern, provider_pattern
-- grain: provider_key, period_key
-- why:   two integers and one are what a hundred million volume rows can be
--        joined with.

select
    provider_pattern.provider_key,
    provider_pattern.period_key,
    pattern.pattern_id,
from provider_pattern
join pattern using (facts)
