-- provider_pattern: each provider's evidence at a period, as one list.
--
-- in:    evidence_at, fact
-- grain: provider_key, period_key
-- why:   rules see evidence, not providers: providers with the same evidence
--        get the same sector under every definition. Deciding each pattern
--        once makes a decision for 60,000 providers as cheap as for 600. The
--        list is sorted when it is whole: an ordered aggregate of as many
--        groups takes many times as long.

select
    evidence_at.provider_key,
    evidence_at.period_key,
    list_sort(list(fact.fact_id)) as facts,
from evidence_at
join fact using (attribute, value, is_carried)
group by all
