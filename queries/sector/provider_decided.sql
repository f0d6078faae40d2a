-- provider_decided: which pattern of evidence a provider has at a period.
--
-- in:    history_pattern, provider_history, provider_period
-- as:    view
-- grain: provider_key, period_key
-- why:   for what is listed provider by provider. Volume is counted by course.

select distinct
    provider_period.provider_key,
    provider_period.period_key,
    history_pattern.pattern_id,
from provider_period
join provider_history using (provider_key)
join history_pattern using (history_id, period_key)
