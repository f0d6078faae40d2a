-- provider_fact: each provider's history of evidence, as one list.
--
-- in:    provider_evidence, reversed_evidence
-- grain: provider_key
-- why:   rules see evidence, not providers: providers with the same history
--        get the same sector under every definition at every date. The list is
--        sorted when it is whole: an ordered aggregate of as many groups takes
--        many times as long.

select
    provider_key,
    list_sort(list_distinct(list(fact_id))) as facts,
from (
    select * from provider_evidence
    union all
    select * from reversed_evidence
)
group by all
