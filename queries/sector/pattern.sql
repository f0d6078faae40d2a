-- pattern: the different lists of evidence that occur.
--
-- in:    fact, provider_pattern
-- grain: pattern_id
-- why:   see provider_pattern. The number is working space only: it never
--        orders or names anything that is published.

with listed as (
    select
        row_number() over (order by facts)::integer as pattern_id,
        facts,
    from (select distinct provider_pattern.facts from provider_pattern)
),

held as (
    select
        pattern_id,
        facts,
        unnest(facts) as fact_id,
    from listed
)

select
    held.pattern_id,
    held.facts,
    list(
        struct_pack(
            attribute := fact.attribute,
            value := fact.value,
            is_carried := fact.is_carried
        )
        order by fact.fact_id
    ) as evidence,
from held
join fact using (fact_id)
group by held.pattern_id, held.facts
