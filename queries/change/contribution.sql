-- contribution: the organisations that moved each card's idéburen share most.
--
-- in:    card_effect, listed_organisation, name, provider_identity
-- grain: card, earlier_key, later_key, place_in_order
-- why:   method 4: the ten with the largest effects, cumulated. All that is
--        smaller or no organisation (natural persons, masks, groups) stands
--        together at the end, so that the rows sum to the change. Where that
--        could be a natural person there are three or more (method 6): as many
--        of the ten as it takes stand there too, and a change by fewer than
--        three is not told. earlier_share and later_share are the
--        organisation's own part of the whole while it is idéburen: their
--        difference is what it had and has, its effect what that did to the
--        share, as the whole shrank or grew with it.

with ranked as (
    select
        card_effect.*,
        listed_organisation.provider_key is not null as is_listed,
        row_number() over (
            partition by card_effect.card, card_effect.pair_key, is_listed
            order by abs(card_effect.numerator) desc,
                provider_identity.provider_id
        ) as rank,
        count(*) over pair as all_providers,
        bool_or(
            not is_listed and provider_identity.provider_kind <> 'group'
        ) over pair as has_person,
        is_listed and rank <= case
            when has_person then least(10, all_providers - 3) else 10
        end as is_told,
        provider_identity.provider_id,
        coalesce(name.name, '') as name,
    from card_effect
    join provider_identity using (provider_key)
    left join listed_organisation using (provider_key)
    left join name using (provider_key)
    where card_effect.numerator <> 0
    window pair as (partition by card_effect.card, card_effect.pair_key)
),

told as (
    select
        card,
        earlier_key,
        later_key,
        case when is_told then rank else 11 end as place_in_order,
        case when is_told then provider_id else '' end as provider_id,
        case when is_told then name else '' end as name,
        case when is_told then cause else '' end as cause,
        case when is_told then earlier_sector else '' end as earlier_sector,
        case when is_told then later_sector else '' end as later_sector,
        count(*) as providers,
        sum(earlier_volume)::bigint as earlier_amount,
        sum(later_volume)::bigint as later_amount,
        millionths(sum(earlier_own), max(earlier_total)) as earlier_share,
        millionths(sum(later_own), max(later_total)) as later_share,
        max(change) as change,
        millionths(
            sum(numerator),
            max(earlier_total)::hugeint * max(later_total)
        ) as rounded,
    from ranked
    where all_providers >= 3 or not has_person
    group by all
),

exact as (
    select
        *,
        case
            when place_in_order <= 10 then rounded
            else change - coalesce(sum(rounded) filter (place_in_order <= 10)
                over (partition by card, earlier_key, later_key), 0)
        end as effect,
    from told
)

select
    card,
    earlier_key,
    later_key,
    place_in_order,
    provider_id,
    name,
    cause,
    earlier_sector,
    later_sector,
    providers,
    earlier_amount,
    later_amount,
    earlier_share::bigint as earlier_share,
    later_share::bigint as later_share,
    effect::bigint as effect,
    sum(effect) over (
        partition by card, earlier_key, later_key order by place_in_order
    )::bigint as cumulated,
from exact
