-- spoken_share: each sector's share of each total, where a definition applies.
--
-- in:    bounds, definition
-- grain: definition, total_key, sector
-- why:   divided last. Where amounts below zero make a share meaningless it is
--        '.' and the amounts are shown; where all that there is has been
--        suppressed it is '...'. A part of nothing is 0.

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
)

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
