-- share: each sector's share of each cell, with its possible range.
--
-- in:    applicable, bounds, coverage, definition, period
-- grain: definition, measure, period, place, area, agreement, sector
-- why:   shares are millionths, divided last and in integers, half up, so
--        that every machine gives the same figure. Where a definition says
--        nothing its cells are '.' with the reason; where amounts below zero
--        make a share meaningless they are '.' and the amounts are shown;
--        where all that there is has been suppressed they are '...'.

with judged as (
    select
        bounds.*,
        period.measure,
        period.period,
        applicable.is_applicable,
        case
            when not applicable.is_applicable then '.'
            when bounds.total = 0 and sum(bounds.hidden_units) over cell > 0
                then '...'
            when bounds.total <= 0 or bounds.smallest < 0 then '.'
            else ''
        end as symbol,
        case
            when not applicable.is_applicable then applicable.reason
            when bounds.total = 0 and sum(bounds.hidden_units) over cell > 0
                then 'suppressed_at_source'
            when bounds.total <= 0 or bounds.smallest < 0
                then 'negative_part'
            else ''
        end as note,
        sum(bounds.open_units) over cell as cell_open_units,
    from bounds
    join period using (period_key)
    join applicable using (definition, period_key)
    window cell as (
        partition by
            bounds.definition, bounds.period_key, bounds.place, bounds.area,
            bounds.agreement
    )
),

quotient as (
    select
        judged.*,
        definition.bounds as bounds_kind,
        coverage.places_present,
        coverage.places_listed,
        total - remainder as decided,
        symbol = '' as has_share,
        symbol = '' and is_decided as has_bounds,
    from judged
    join definition using (definition)
    left join coverage using (period_key, place)
)

select
    definition,
    measure,
    period,
    place,
    area,
    agreement,
    sector,
    case when is_applicable then amount end as amount,
    case when is_applicable then total end::bigint as total,
    case when has_share then
        sign(amount) * ((2000000 * abs(amount) + total) // (2 * total))
    end::bigint as share,
    case when has_bounds then
        sign(low) * ((2000000 * abs(low) + low_of) // (2 * low_of))
    end::bigint as low,
    case when has_bounds and bounds_kind = 'both' then
        (2000000 * high + high_of) // (2 * high_of)
    end::bigint as high,
    case when has_bounds then
        sign(low_known) * ((2000000 * abs(low_known) + total) // (2 * total))
    end::bigint as low_known,
    case when has_bounds and bounds_kind = 'both' then
        (2000000 * high_known + total) // (2 * total)
    end::bigint as high_known,
    case when has_bounds and bounds_kind = 'both' then
        (2000000 * high_presumed + high_of) // (2 * high_of)
    end::bigint as high_presumed,
    case when has_bounds and decided > 0 then
        (2000000 * amount + decided) // (2 * decided)
    end::bigint as share_known,
    case when is_applicable then presumed end as presumed,
    case when is_applicable then stated end as stated,
    case when is_applicable then carried end as carried,
    case when is_applicable then contested end as contested,
    case when is_applicable then hidden_units end as hidden_units,
    case when is_applicable then open_units end as open_units,
    case when is_applicable then providers end as providers,
    places_present,
    places_listed,
    symbol,
    note,
from quotient
