-- evidence_at: the evidence of a history that holds at a reference date.
--
-- in:    fact, history, history_period
-- grain: history_id, period_key, attribute, value
-- why:   evidence is carried when it was observed outside the period that it
--        is used for, in every source that has it. Owners are carried when
--        any observation that they rest on is.

with held as (
    select
        history_id,
        unnest(facts) as fact_id,
    from history
)

select
    history_period.history_id,
    history_period.period_key,
    fact.attribute,
    fact.value,
    bool_and(coalesce(
        fact.seen_moment <= history_period.from_moment
        or fact.last_seen_moment > history_period.to_moment,
        false
    )) as is_carried,
from history_period
join held using (history_id)
join fact
    on fact.fact_id = held.fact_id
    and fact.from_moment <= history_period.reference_moment
    and fact.to_moment > history_period.reference_moment
group by all
