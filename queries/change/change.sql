-- change: each share's development between two periods, by cause.
--
-- in:    change_mix, change_part, change_share
-- grain: definition, measure, place, area, agreement, earlier_key, later_key,
--        sector
-- why:   one row tells all of a change: the amounts and shares before and
--        after, the paired range, what each cause is in amounts and in points,
--        and the parts of shift-share. A cause that did not occur is a zero.

with cause as (
    select
        definition,
        pair_key,
        sector,
        sum(part) filter (cause = 'reclassified') as reclassified,
        sum(part) filter (cause = 'converted') as converted,
        sum(part) filter (cause = 'evidence') as evidence,
        sum(part) filter (cause = 'arrived') as arrived,
        sum(part) filter (cause = 'ended') as ended,
        sum(part) filter (cause = 'remaining') as remaining,
        sum(part) filter (cause = 'method') as method,
        sum(later_amount - earlier_amount) filter (cause = 'reclassified')
            as reclassified_amount,
        sum(later_amount - earlier_amount) filter (cause = 'converted')
            as converted_amount,
        sum(later_amount - earlier_amount) filter (cause = 'evidence')
            as evidence_amount,
        sum(later_amount - earlier_amount) filter (cause = 'arrived')
            as arrived_amount,
        sum(later_amount - earlier_amount) filter (cause = 'ended')
            as ended_amount,
        sum(later_amount - earlier_amount) filter (cause = 'remaining')
            as remaining_amount,
        sum(later_amount - earlier_amount) filter (cause = 'method')
            as method_amount,
    from change_part
    group by all
),

mix as (
    select
        definition,
        pair_key,
        sector,
        sum(within) filter (dimension = 'area') as within_areas,
        sum(mix) filter (dimension = 'area') as mix_of_areas,
        sum(within) filter (dimension = 'place') as within_places,
        sum(mix) filter (dimension = 'place') as mix_of_places,
    from change_mix
    group by all
)

select
    change_share.definition,
    change_share.measure,
    change_share.place,
    change_share.area,
    change_share.agreement,
    change_share.earlier_key,
    change_share.later_key,
    change_share.earlier_period,
    change_share.later_period,
    change_share.is_span,
    change_share.is_break,
    change_share.is_hidden,
    change_share.sector,
    change_share.earlier_part as earlier_amount,
    change_share.later_part as later_amount,
    change_share.earlier_amount::bigint as earlier_total,
    change_share.later_amount::bigint as later_total,
    change_share.earlier_share,
    change_share.later_share,
    change_share.change,
    change_share.change_low,
    change_share.change_high,
    coalesce(cause.reclassified_amount, 0)::bigint as reclassified_amount,
    coalesce(cause.converted_amount, 0)::bigint as converted_amount,
    coalesce(cause.evidence_amount, 0)::bigint as evidence_amount,
    coalesce(cause.arrived_amount, 0)::bigint as arrived_amount,
    coalesce(cause.ended_amount, 0)::bigint as ended_amount,
    coalesce(cause.remaining_amount, 0)::bigint as remaining_amount,
    coalesce(cause.method_amount, 0)::bigint as method_amount,
    case when change_share.change is not null
        then coalesce(cause.reclassified, 0) end::bigint as reclassified,
    case when change_share.change is not null
        then coalesce(cause.converted, 0) end::bigint as converted,
    case when change_share.change is not null
        then coalesce(cause.evidence, 0) end::bigint as evidence,
    case when change_share.change is not null
        then coalesce(cause.arrived, 0) end::bigint as arrived,
    case when change_share.change is not null
        then coalesce(cause.ended, 0) end::bigint as ended,
    case when change_share.change is not null
        then coalesce(cause.remaining, 0) end::bigint as remaining,
    case when change_share.change is not null
        then coalesce(cause.method, 0) end::bigint as method,
    mix.within_areas::bigint as within_areas,
    mix.mix_of_areas::bigint as mix_of_areas,
    mix.within_places::bigint as within_places,
    mix.mix_of_places::bigint as mix_of_places,
    change_share.symbol,
    change_share.note,
from change_share
left join cause using (definition, pair_key, sector)
left join mix using (definition, pair_key, sector)
