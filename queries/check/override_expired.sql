-- override_expired: decisions whose review is due, and which are not applied.
--
-- in:       card, override, override_effect, run
-- grain:    decision_id, definition, card, period
-- why:      a decision is true for a time. What it would still do to each card
--           is shown, in millionths of the idéburen share.
-- severity: warning
-- hint:     look at the evidence again and move review_by in overrides.csv, or
--           remove the row

select
    override.decision_id,
    'overrides.csv:' || override.line as file,
    override.provider_id,
    override.review_by,
    override.definition,
    override_effect.card,
    override_effect.period,
    override_effect.share_with - override_effect.share_without as effect,
from override
cross join run
left join override_effect using (decision_id, definition)
left join card using (card)
where override.review_by <= run.date
    and (card.card is null or card.definition = override.definition)
