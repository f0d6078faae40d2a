-- provider_part: each provider's sector in the totals that are asked about.
--
-- in:    asked, decision, expired, history, provider, provider_net, silence
-- grain: asked, reference_date, provider_id
-- why:   the sector at the reference date of the total's own period, as it was
--        decided when the edition was made. Where the definition says nothing
--        there is no share to move, but where it says nothing because too much
--        is undecided, that is what there is to decide.

with told as (
    select
        provider_net.*,
        asked.definition,
    from provider_net
    join asked using (asked)
)

select
    told.*,
    provider.provider_kind,
    provider.mask,
    coalesce(provider.name, '') as name,
    least(history.from_date, told.reference_date) as from_date,
    greatest(history.to_date, told.reference_date + 1) as to_date,
    decision.sector,
    decision.basis,
    decision.rule,
    coalesce(decision.reason, '') as reason,
    decision.is_contested,
    coalesce(decision.other_rules, '') as other_rules,
    coalesce(expired.decision_id, '') as expired_decision,
    expired.sector as expired_sector,
from told
join provider using (provider_id)
join history using (history_id, measure, period, reference_date)
join decision using (pattern_id, definition)
left join expired using (pattern_id, definition)
anti join (
    select
        silence.definition,
        silence.measure,
        silence.period,
        silence.reference_date,
    from silence
    where silence.reason <> 'remainder_too_large'
) as silent using (definition, measure, period, reference_date)
