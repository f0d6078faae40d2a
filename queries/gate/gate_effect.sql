-- gate_effect: what each provider did to each development that is judged.
--
-- in:    card_effect, gate_judged
-- grain: card, earlier_key, later_key, sector, provider_key
-- why:   as card_effect, for every sector: what a provider brought into it,
--        less what it would have brought there at the earlier share. What it
--        has of the sector is called otherwise here than in card_effect, where
--        it is of the idéburna alone.

select
    gate_judged.card,
    gate_judged.earlier_key,
    gate_judged.later_key,
    gate_judged.sector,
    card_effect.provider_key,
    card_effect.cause,
    case when card_effect.earlier_sector = gate_judged.sector
        then card_effect.earlier_volume else 0 end as own_before,
    case when card_effect.later_sector = gate_judged.sector
        then card_effect.later_volume else 0 end as own_after,
    (own_after - own_before) * gate_judged.earlier_total::hugeint
        - (card_effect.later_volume - card_effect.earlier_volume)
        * gate_judged.earlier_amount::hugeint as numerator,
    gate_judged.earlier_total::hugeint * gate_judged.later_total
        as denominator,
from gate_judged
join card_effect using (card, earlier_key, later_key)
