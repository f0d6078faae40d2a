-- card_effect: what each provider did to each card's idéburen share.
--
-- in:    card_part
-- grain: card, pair_key, provider_key
-- why:   see card_part. Of several things that a provider did in a year of
--        months the largest names the cause and the sectors.

select
    card,
    pair_key,
    provider_key,
    earlier_key,
    later_key,
    earlier_total,
    later_total,
    change,
    sum(earlier_volume)::bigint as earlier_volume,
    sum(later_volume)::bigint as later_volume,
    first(
        earlier_sector order by weight desc, cause, earlier_sector, later_sector
    ) as earlier_sector,
    first(
        later_sector order by weight desc, cause, earlier_sector, later_sector
    ) as later_sector,
    first(cause order by weight desc, cause) as cause,
    sum(earlier_own)::bigint as earlier_own,
    sum(later_own)::bigint as later_own,
    sum(numerator)::hugeint as numerator,
from (
    select
        *,
        abs(numerator) as weight,
    from card_part
)
group by all
