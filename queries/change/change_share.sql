-- change_share: each sector's share before and after, and their difference.
--
-- in:    change_range, definition, pair_total, share
-- grain: definition, pair_key, sector
-- why:   the difference is that of the two shares as they are published. It is
--        exact where nothing is undecided; otherwise it lies in the paired
--        range. Amounts that a source hides are in no provider's pair: where
--        there are any, the range is what the two ranges leave, unpaired.

with compared as (
    select
        pair_total.*,
        later.definition,
        later.sector,
        earlier.amount as earlier_part,
        later.amount as later_part,
        earlier.share as earlier_share,
        later.share as later_share,
        (later.share - earlier.share)::bigint as change,
        earlier.low as earlier_low,
        earlier.high as earlier_high,
        later.low as later_low,
        later.high as later_high,
        definition.bounds = 'both' as has_range,
        case when later.note <> '' then later.note else earlier.note end
            as note,
        case when later.symbol <> '' then later.symbol else earlier.symbol end
            as symbol,
    from pair_total
    join share as later
        on later.period_key = pair_total.later_key
        and later.place = pair_total.place
        and later.area = pair_total.area
        and later.agreement = pair_total.agreement
    join share as earlier
        on earlier.period_key = pair_total.earlier_key
        and earlier.place = pair_total.place
        and earlier.area = pair_total.area
        and earlier.agreement = pair_total.agreement
        and earlier.definition = later.definition
        and earlier.sector = later.sector
    join definition on definition.definition = later.definition
    where later.amount is not null and earlier.amount is not null
)

select
    compared.* exclude (
        earlier_low, earlier_high, later_low, later_high, has_range
    ),
    case
        when not has_range then null
        when is_hidden then later_low - earlier_high
        when later_low is not null and earlier_low is not null
            then change + coalesce(millionths(
                change_range.undecided_low, earlier_amount * later_amount
            ), 0)
    end::bigint as change_low,
    case
        when not has_range then null
        when is_hidden then later_high - earlier_low
        when later_high is not null and earlier_high is not null
            then change + coalesce(millionths(
                change_range.undecided_high, earlier_amount * later_amount
            ), 0)
    end::bigint as change_high,
from compared
left join change_range using (definition, pair_key, sector)
