-- reversed_pattern: a provider's pattern with and without a decision reversed.
--
-- in:    evidence_list, history_pattern, pattern, provider_history,
--        provider_period, reversed_provider
-- grain: decision_id, provider_key, period_key
-- why:   see reversed_provider.

select distinct
    reversed_provider.decision_id,
    reversed_provider.provider_key,
    provider_period.period_key,
    history_pattern.pattern_id,
    pattern.pattern_id as reversed_pattern_id,
from reversed_provider
join provider_period using (provider_key)
join provider_history using (provider_key)
join history_pattern using (history_id, period_key)
join provider_history as reversed
    on reversed.provider_key = reversed_provider.reversed_key
join evidence_list
    on evidence_list.history_id = reversed.history_id
    and evidence_list.period_key = provider_period.period_key
join pattern using (evidence)
