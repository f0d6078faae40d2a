-- card_empty: headline cards for which there is no share.
--
-- in:       card, headline
-- grain:    card
-- why:      a page with an empty card says less than it promises. A card whose
--           definition says nothing of its measure is not a headline.
-- severity: error
-- hint:     correct measure, place, area, agreement or definition of the card
--           in tresektor.yaml

select
    card.card,
    card.measure,
    card.place,
    card.area,
    card.agreement,
    card.definition,
    max(headline.note) as note,
from card
left join headline using (card)
group by all
having count(headline.share) = 0
