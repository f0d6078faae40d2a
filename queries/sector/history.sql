-- history: the different histories of evidence that occur.
--
-- in:    provider_fact
-- grain: history_id
-- why:   see provider_fact. The number is working space only.

select
    row_number() over (order by facts)::integer as history_id,
    facts,
from (select distinct provider_fact.facts from provider_fact)
