-- card_empty: headline cards for which there is no share.
--
-- in:       card, coverage, headline, period
-- grain:    card
-- why:      a page with an empty card says less than it promises. A card whose
--           definition says nothing of its measure is not a headline.
-- severity: error
-- hint:     correct measure, place, area, agreement or definition of the card
--           in tresektor.yaml; a note is why the definition says nothing
--           (no_evidence: no legal form or three-sector statement;
--           remainder_too_large: more is undecided than idéburen, see
--           remainder_ratio under limits); fewer places present than listed
--           means no total below the measure's coverage_minimum

select
    card.card,
    card.measure,
    card.place,
    card.area,
    card.agreement,
    card.definition,
    max(headline.note) as note,
    max(coverage.places_present) as places_present,
    max(coverage.places_listed) as places_listed,
from card
left join headline using (card)
left join period on period.measure = card.measure
left join coverage
    on coverage.period_key = period.period_key
    and coverage.place = card.place
group by
    card.card, card.measure, card.place, card.area, card.agreement,
    card.definition
having count(headline.share) = 0
