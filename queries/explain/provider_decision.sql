-- provider_decision: one provider's sectors, by definition and period.
--
-- in:    decision, history, provider, silence, volume
-- grain: definition, measure, period
-- why:   only periods in which the provider has volume: a history may be
--        shared with others that have it in more. Parameters: the identifier.

select
    decision.definition,
    history.measure,
    history.period,
    history.from_date,
    history.to_date,
    history.reference_date,
    decision.sector,
    decision.basis,
    decision.rule,
    coalesce(decision.reason, '') as reason,
    decision.is_carried,
    decision.is_contested,
    coalesce(decision.other_rules, '') as other_rules,
    coalesce(silence.reason, '') as silence,
    coalesce(decision.decision_id, '') as decision_id,
from provider
join history using (history_id)
join decision using (pattern_id)
left join silence using (definition, measure, period, reference_date)
where provider.provider_id = $1
    and (history.measure, history.period, history.reference_date) in (
        select (volume.measure, volume.period, volume.reference_date)
        from volume
        where volume.provider_id = $1
    )
order by
    decision.definition, history.reference_date, history.measure,
    history.period
