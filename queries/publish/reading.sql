-- reading: the idéburen share of each card under every definition.
--
-- in:    card, definition, share
-- grain: card, period, definition
-- why:   the spread names its definitions and shows where each one lies.

select
    card.card,
    share.period,
    share.definition,
    share.low,
    share.high,
from card
join share using (measure, place, area, agreement)
join definition on definition.definition = share.definition
where share.sector = 'ideburen'
    and definition.in_spread
    and share.low is not null
    and share.high is not null
order by card.sort, share.period, definition.sort
