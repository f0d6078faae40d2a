-- gate_effect: what each provider did to each development that is judged.
--
-- in:    card_effect, card_part, gate_judged
-- grain: card, earlier_key, later_key, sector, provider_key
-- why:   as card_effect, for every sector: what a provider brought into it,
--        less what it would have brought there at the earlier share. What it
--        has of the sector is called otherwise here than in card_effect, where
--        it is of the idéburna alone. Who was in two sectors in a year of
--        months is in each with its own part.

with part as (
    select
        gate_judged.*,
        card_part.provider_key,
        card_part.earlier_volume,
        card_part.later_volume,
        case when card_part.earlier_sector = gate_judged.sector
            then card_part.earlier_volume else 0 end as own_before,
        case when card_part.later_sector = gate_judged.sector
            then card_part.later_volume else 0 end as own_after,
        (own_after - own_before) * gate_judged.earlier_total::hugeint
            - (card_part.later_volume - card_part.earlier_volume)
            * gate_judged.earlier_amount::hugeint as numerator,
    from gate_judged
    join card_part using (card, earlier_key, later_key)
)

select
    part.card,
    part.earlier_key,
    part.later_key,
    part.sector,
    part.provider_key,
    card_effect.cause,
    sum(part.own_before)::bigint as own_before,
    sum(part.own_after)::bigint as own_after,
    sum(part.numerator)::hugeint as numerator,
    part.earlier_total::hugeint * part.later_total as denominator,
from part
join card_effect using (card, earlier_key, later_key, provider_key)
group by all
