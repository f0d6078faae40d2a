-- change_part: how much of each change of a share each cause is.
--
-- in:    change_cause, change_share
-- grain: definition, pair_key, sector, cause
-- why:   a share changes with its sector and with the whole. A cause has the
--        effect of what it brought into the sector, less what it would have
--        brought there at the earlier share: a provider that came with as much
--        of the sector as there was before changes nothing, and neither does
--        one whose volume is the same. Over the later total these effects are
--        exact and sum to the change. Each is rounded down to millionths, and
--        those with the largest remainders get one more until they sum to the
--        difference of the published shares; of equal ones the first cause.

with whole as (
    select
        definition,
        pair_key,
        cause,
        sum(later_amount) - sum(earlier_amount) as gained,
    from change_cause
    group by all
),

effect as (
    select
        change_share.definition,
        change_share.pair_key,
        change_share.sector,
        whole.cause,
        change_share.change,
        coalesce(change_cause.earlier_amount, 0)::bigint as earlier_amount,
        coalesce(change_cause.later_amount, 0)::bigint as later_amount,
        1000000 * (
            (coalesce(change_cause.later_amount, 0)::hugeint
                - coalesce(change_cause.earlier_amount, 0))
            * change_share.earlier_amount
            - whole.gained::hugeint * change_share.earlier_part
        ) as numerator,
        change_share.earlier_amount * change_share.later_amount as denominator,
    from change_share
    join whole using (definition, pair_key)
    left join change_cause using (definition, pair_key, sector, cause)
),

floored as (
    select
        *,
        case when change is not null then
            numerator // denominator
            - (numerator % denominator < 0)::integer
        end as least_part,
        numerator - least_part * denominator as remainder,
    from effect
),

ranked as (
    select
        *,
        row_number() over (
            partition by definition, pair_key, sector
            order by remainder desc, cause
        ) as place_in_order,
        change - sum(least_part) over (
            partition by definition, pair_key, sector
        ) as missing,
    from floored
)

select
    definition,
    pair_key,
    sector,
    cause,
    earlier_amount,
    later_amount,
    (least_part + (place_in_order <= missing)::integer)::bigint as part,
from ranked
