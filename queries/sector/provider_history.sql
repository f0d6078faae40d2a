-- provider_history: which history of evidence each provider has.
--
-- in:    history, provider_fact
-- grain: provider_key
-- why:   two integers are what volume can be joined with at no great cost.

select
    provider_fact.provider_key,
    history.history_id,
from provider_fact
join history using (facts)
