-- card_grant: headline cards that show a share of grants.
--
-- in:       agreement, card
-- grain:    card
-- why:      the idéburen share is defined on payment for performed services.
--           Grants are printed beside it, never inside it.
-- severity: error
-- hint:     let the card's agreement be `ersattning` or one of its forms

select
    card.card,
    card.agreement,
from card
join agreement on agreement.code = card.agreement
where agreement.branch = 'stod'
