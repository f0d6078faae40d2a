-- card_total: the total that each card shows in each period.
--
-- in:    card, period, total_cell
-- grain: card, period_key
-- why:   a card is one measure, place, area and agreement.

select
    card.card,
    total_cell.period_key,
    total_cell.total_key,
from card
join period using (measure)
join total_cell using (period_key, place, area, agreement)
