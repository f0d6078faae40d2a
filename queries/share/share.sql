-- share: each sector's share of each cell, with its possible range.
--
-- in:    applicable, bounds, counted_in, coverage, definition, period, sector,
--        total_cell
-- grain: definition, period_key, place, area, agreement, sector
-- why:   where a definition says nothing its cells are '.' with the reason;
--        where amounts below zero make a share meaningless they are '.' and
--        the amounts are shown; where all that there is has been suppressed
--        they are '...'. A part of nothing is 0. Periods have one reference
--        date, which a check tests: until then period_key keeps two of them
--        apart.

with judged as (
    select
        bounds.*,
        case
            when bounds.total = 0 and bounds.cell_hidden_units > 0
                then 'suppressed_at_source'
            when bounds.total <= 0 or bounds.smallest < 0
                then 'negative_part'
            else ''
        end as note,
        bounds.total - bounds.remainder as decided,
        note = '' and bounds.is_decided as has_bounds,
        has_bounds and definition.bounds = 'both' as has_high,
    from bounds
    join definition using (definition)
),

spoken as (
    select
        definition,
        total_key,
        sector,
        amount::bigint as amount,
        total::bigint as total,
        case when note = '' then millionths(amount, total) end as share,
        case when has_bounds then coalesce(millionths(low, low_of), 0) end
            as low,
        case when has_high then coalesce(millionths(high, high_of), 0) end
            as high,
        case when has_bounds then millionths(low_known, total) end
            as low_known,
        case when has_high then millionths(high_known, total) end
            as high_known,
        case when has_high then
            coalesce(millionths(high_presumed, high_presumed_of), 0)
        end as high_presumed,
        case when has_bounds and decided > 0 then millionths(amount, decided)
        end as share_known,
        presumed,
        stated,
        carried,
        contested,
        hidden_units,
        open_units,
        providers,
        case note
            when '' then ''
            when 'suppressed_at_source' then '...'
            else '.'
        end as symbol,
        note,
    from judged
),

silent as (
    select
        applicable.definition,
        total_cell.total_key,
        sector.code as sector,
        '.' as symbol,
        applicable.reason as note,
    from applicable
    join total_cell using (period_key)
    semi join counted_in using (total_key)
    cross join sector
    where not applicable.is_applicable
)

select
    said.definition,
    total_cell.period_key,
    period.measure,
    period.period,
    total_cell.place,
    total_cell.area,
    total_cell.agreement,
    said.* exclude (definition, total_key),
    coverage.places_present,
    coverage.places_listed,
from (
    select * from spoken
    union all by name
    select * from silent
) as said
join total_cell using (total_key)
join period using (period_key)
left join coverage using (period_key, place)
