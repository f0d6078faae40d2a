-- change_mix: how much of a change is within the parts of a total.
--
-- in:    area, change_share, pair_total, place, share
-- grain: definition, pair_key, sector, dimension
-- why:   shift-share: within is what the shares of the smaller places (or
--        areas) changed, at the mean of their weights before and after; the
--        rest of the change is mix, what their weights changed at the mean of
--        their shares. The interaction of the two is thereby split evenly. A
--        part that only one of the periods has is mix. Told only where the
--        parts sum to the total both times. Shares and weights are taken to
--        twelve decimals before they are multiplied.

with part as (
    select
        pair_total.pair_key,
        pair_total.earlier_key,
        'place' as dimension,
        share.place as code,
        share.*,
    from pair_total
    join place on place.parent = pair_total.place
    join share
        on share.period_key in (pair_total.earlier_key, pair_total.later_key)
        and share.place = place.code
        and share.area = pair_total.area
        and share.agreement = pair_total.agreement
    where share.amount is not null
    union all
    select
        pair_total.pair_key,
        pair_total.earlier_key,
        'area' as dimension,
        share.area as code,
        share.*,
    from pair_total
    join area on area.parent = pair_total.area
    join share
        on share.period_key in (pair_total.earlier_key, pair_total.later_key)
        and share.area = area.code
        and share.place = pair_total.place
        and share.agreement = pair_total.agreement
    where share.amount is not null
),

compared as (
    select
        definition,
        pair_key,
        sector,
        dimension,
        code,
        sum(total) filter (period_key = earlier_key) as earlier_total,
        sum(total) filter (period_key <> earlier_key) as later_total,
        1000000000000 * sum(amount) filter (period_key = earlier_key)
            // nullif(earlier_total, 0) as earlier_rate,
        1000000000000 * sum(amount) filter (period_key <> earlier_key)
            // nullif(later_total, 0) as later_rate,
    from part
    group by all
),

summed as (
    select
        compared.definition,
        compared.pair_key,
        compared.sector,
        compared.dimension,
        sum(
            (
                1000000000000 * compared.earlier_total
                    // nullif(change_share.earlier_amount, 0)
                + 1000000000000 * compared.later_total
                    // nullif(change_share.later_amount, 0)
            ) * (compared.later_rate - compared.earlier_rate)
        ) as within_twice,
        max(change_share.change) as change,
    from compared
    join change_share using (definition, pair_key, sector)
    where change_share.change is not null
    group by all
    having sum(compared.earlier_total) = max(change_share.earlier_amount)
        and sum(compared.later_total) = max(change_share.later_amount)
)

select
    *,
    change - within as mix,
from (
    select
        definition,
        pair_key,
        sector,
        dimension,
        change,
        millionths(
            coalesce(within_twice, 0) // 1000000000000, 2000000000000
        )::bigint as within,
    from summed
)
