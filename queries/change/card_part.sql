-- card_part: what each provider did to each card's idéburen share, as what.
--
-- in:    card, change, converted, pair_part, pair_total, pattern_cause,
--        provider_total
-- grain: card, pair_key, provider_key, earlier_pattern, later_pattern
-- why:   as in change_part, for one provider: what it brought into the sector,
--        less what it would have brought there at the earlier share. numerator
--        is over the two totals multiplied; summed over all providers it is
--        the change, and over those of a cause that cause's part. In a year of
--        months a provider may have done several things, see pair_part.

with moved as (
    select
        pair_key,
        provider_key,
        coalesce(earlier.pattern_id, 0) as earlier_pattern,
        coalesce(later.pattern_id, 0) as later_pattern,
        coalesce(earlier.amount, 0) as earlier_volume,
        coalesce(later.amount, 0) as later_volume,
    from (
        select
            pair_total.pair_key,
            provider_total.*,
        from pair_total
        semi join card using (measure, place, area, agreement)
        join provider_total
            on provider_total.total_key = pair_total.earlier_total
    ) as earlier
    full join (
        select
            pair_total.pair_key,
            provider_total.*,
        from pair_total
        semi join card using (measure, place, area, agreement)
        join provider_total
            on provider_total.total_key = pair_total.later_total
    ) as later using (pair_key, provider_key)
    union all
    select
        pair_part.pair_key,
        pair_part.provider_key,
        pair_part.earlier_pattern,
        pair_part.later_pattern,
        coalesce(pair_part.earlier_amount, 0) as earlier_volume,
        coalesce(pair_part.later_amount, 0) as later_volume,
    from pair_part
    join pair_total using (pair_key)
    semi join card using (measure, place, area, agreement)
)

select
    card.card,
    moved.pair_key,
    moved.provider_key,
    moved.earlier_pattern,
    moved.later_pattern,
    change.earlier_key,
    change.later_key,
    change.earlier_total,
    change.later_total,
    change.change,
    moved.earlier_volume,
    moved.later_volume,
    coalesce(pattern_cause.earlier_sector, '') as earlier_sector,
    coalesce(pattern_cause.later_sector, '') as later_sector,
    case
        when change.is_break
            and pattern_cause.cause in ('arrived', 'ended', 'remaining')
            then 'method'
        else pattern_cause.cause
    end as cause,
    case when pattern_cause.earlier_sector = 'ideburen'
        then earlier_volume else 0 end as earlier_own,
    case when pattern_cause.later_sector = 'ideburen'
        then later_volume else 0 end as later_own,
    (later_own - earlier_own) * change.earlier_total::hugeint
        - (later_volume - earlier_volume) * change.earlier_amount::hugeint
        as numerator,
from moved
join pair_total using (pair_key)
join card using (measure, place, area, agreement)
join change
    on change.definition = card.definition
    and change.earlier_key = pair_total.earlier_key
    and change.later_key = pair_total.later_key
    and change.place = pair_total.place
    and change.area = pair_total.area
    and change.agreement = pair_total.agreement
left join converted using (pair_key, provider_key)
join pattern_cause
    on pattern_cause.definition = card.definition
    and pattern_cause.earlier_pattern = moved.earlier_pattern
    and pattern_cause.later_pattern = moved.later_pattern
    and pattern_cause.is_converted = (converted.provider_key is not null)
where change.sector = 'ideburen' and change.change is not null
