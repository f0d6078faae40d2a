-- provider_outcome: the pattern that stands for a provider's decisions.
--
-- in:    pattern_outcome, provider_decided
-- as:    view
-- grain: provider_key, period_key
-- why:   what volume is counted by. Which evidence it was is in
--        provider_decided.

select
    provider_decided.provider_key,
    provider_decided.period_key,
    pattern_outcome.outcome_id as pattern_id,
from provider_decided
join pattern_outcome using (pattern_id)
