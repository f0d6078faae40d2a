-- provider_pattern: each provider's evidence at a period, as one list.
--
-- in:    evidence_at
-- grain: provider_key, period_key
-- why:   rules see evidence, not providers: providers with the same evidence
--        get the same sector under every definition. Deciding each pattern
--        once makes a decision for 60,000 providers as cheap as for 600.

select
    provider_key,
    period_key,
    list(
        struct_pack(
            attribute := attribute,
            value := value,
            is_carried := is_carried
        )
        order by attribute, value
    ) as evidence,
from evidence_at
group by all
