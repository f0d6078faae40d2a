-- share: each sector's share of each cell, with its possible range.
--
-- in:    applicable, bounds, coverage, definition, period
-- grain: definition, period_key, place, area, agreement, sector
-- why:   shares are millionths, divided last and in integers, half up, so
--        that every machine gives the same figure. Where a definition says
--        nothing its cells are '.' with the reason; where amounts below zero
--        make a share meaningless they are '.' and the amounts are shown;
--        where all that there is has been suppressed they are '...'. A part of
--        nothing is 0. Periods have one reference date, which a check tests:
--        until then period_key keeps two of them apart.

with judged as (
    select
        bounds.*,
        period.measure,
        period.period,
        applicable.is_applicable,
        case
            when not applicable.is_applicable then '.'
            when bounds.total = 0 and bounds.cell_hidden_units > 0
                then '...'
            when bounds.total <= 0 or bounds.smallest < 0 then '.'
            else ''
        end as symbol,
        case
            when not applicable.is_applicable then applicable.reason
            when bounds.total = 0 and bounds.cell_hidden_units > 0
                then 'suppressed_at_source'
            when bounds.total <= 0 or bounds.smallest < 0
                then 'negative_part'
            else ''
        end as note,
    from bounds
    join period using (period_key)
    join applicable using (definition, period_key)
),

quotient as (
    select
        judged.*,
        coverage.places_present,
        coverage.places_listed,
        total - remainder as decided,
        symbol = '' as has_share,
        symbol = '' and is_decided as has_bounds,
        has_bounds and definition.bounds = 'both' as has_high,
    from judged
    join definition using (definition)
    left join coverage using (period_key, place)
)

select
    definition,
    period_key,
    measure,
    period,
    place,
    area,
    agreement,
    sector,
    case when is_applicable then amount end::bigint as amount,
    case when is_applicable then total end::bigint as total,
    case when has_share then
        sign(amount) * ((2000000 * abs(amount) + total) // (2 * total))
    end::bigint as share,
    case when has_bounds then coalesce(
        sign(low) * ((2000000 * abs(low) + low_of) // nullif(2 * low_of, 0)),
        0
    ) end::bigint as low,
    case when has_high then coalesce(
        (2000000 * high + high_of) // nullif(2 * high_of, 0),
        0
    ) end::bigint as high,
    case when has_bounds then
        sign(low_known) * ((2000000 * abs(low_known) + total) // (2 * total))
    end::bigint as low_known,
    case when has_high then
        (2000000 * high_known + total) // (2 * total)
    end::bigint as high_known,
    case when has_high then coalesce(
        (2000000 * high_presumed + high_presumed_of)
            // nullif(2 * high_presumed_of, 0),
        0
    ) end::bigint as high_presumed,
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
