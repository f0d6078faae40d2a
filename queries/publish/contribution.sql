-- contribution: who moved each card's idéburen share, in published order.
--
-- in:    card, contribution, measure, period
-- grain: card, earlier_period, later_period, place_in_order
-- why:   see change/contribution.

select
    contribution.card,
    card.definition,
    earlier.period as earlier_period,
    later.period as later_period,
    contribution.place_in_order,
    contribution.provider_id,
    contribution.name,
    contribution.cause,
    contribution.earlier_sector,
    contribution.later_sector,
    contribution.providers,
    contribution.earlier_amount,
    contribution.later_amount,
    contribution.earlier_share,
    contribution.later_share,
    contribution.effect,
    contribution.cumulated,
    measure.decimals,
from contribution
join card using (card)
join measure using (measure)
join period as earlier on earlier.period_key = contribution.earlier_key
join period as later on later.period_key = contribution.later_key
order by
    card.sort, earlier.from_date, later.from_date, contribution.place_in_order
