-- override: each decision and what it does, in published order.
--
-- in:    measure, name, override, override_effect, provider, run
-- grain: decision_id, definition, card, period
-- why:   a decision that no card shows is a row too, with nothing moved: it may
--        still count in cells that are not headlines.

select
    override.decision_id,
    override.provider_id,
    coalesce(name.name, '') as name,
    override.definition,
    override.valid_from,
    override.valid_to,
    override.sector,
    coalesce(override_effect.sector_without, '') as sector_without,
    override.reason_code,
    override.review_by,
    case
        when override.review_by <= run.date then 'expired'
        when override_effect.card is null then 'unused'
        else 'applied'
    end as status,
    coalesce(override_effect.card, '') as card,
    coalesce(override_effect.period, '') as period,
    override_effect.amount,
    override_effect.share_with,
    override_effect.share_without,
    coalesce(measure.decimals, 0) as decimals,
from override
cross join run
left join provider using (provider_id)
left join name using (provider_key)
left join override_effect using (decision_id, definition)
left join measure on measure.measure = override_effect.measure
order by
    override.decision_id, override.definition, override_effect.card,
    override_effect.period
