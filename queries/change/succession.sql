-- succession: providers whose activity was one before or is one after.
--
-- in:    evidence, provider
-- grain: provider_key
-- why:   a conversion gives an old activity a new number: an association that
--        becomes a company, a merger. All numbers that successions join, in
--        any number of steps, are one activity, named by its least number. A
--        circle in the evidence ends here as everything else does.

with recursive linked as (
    select
        evidence.provider_key as one_key,
        provider.provider_key as other_key,
    from evidence
    join provider on provider.provider_id = evidence.other_id
    where evidence.attribute = 'successor_of'
        and evidence.provider_key <> provider.provider_key
),

both_ways as (
    select
        one_key,
        other_key,
    from linked
    union
    select
        other_key,
        one_key,
    from linked
),

reached as (
    select
        one_key as provider_key,
        other_key as reached_key,
    from both_ways
    union
    select
        reached.provider_key,
        both_ways.other_key,
    from reached
    join both_ways on both_ways.one_key = reached.reached_key
)

select
    provider_key,
    min(reached_key) as activity_key,
from reached
group by all
