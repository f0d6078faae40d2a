-- development: how each card's idéburen share changed, by definition.
--
-- in:    card, change, definition, period
-- grain: card, later_period, earlier_period, definition
-- why:   a direction is told only when all definitions agree on it. Those that
--        the spread is made of are asked, and the card's own. The pair with the
--        earliest period comes last.

select
    card.card,
    change.later_period,
    change.earlier_period,
    change.definition,
    card.definition = change.definition as is_own,
    change.change,
    change.change_low,
    change.change_high,
    change.reclassified,
    change.converted,
    change.evidence,
    change.arrived,
    change.ended,
    change.remaining,
    change.method,
    change.is_break,
from card
join change using (measure, place, area, agreement)
join definition on definition.definition = change.definition
join period as earlier on earlier.period_key = change.earlier_key
join period as later on later.period_key = change.later_key
where change.sector = 'ideburen'
    and change.change is not null
    and (definition.in_spread or card.definition = change.definition)
order by
    card.sort, later.from_date, earlier.from_date desc, definition.sort
