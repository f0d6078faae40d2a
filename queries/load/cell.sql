-- cell: cells that this load is the first to report.
--
-- in:    cell, measure_period, volume_part
-- into:  cell
-- grain: cell_key
-- why:   as provider: numbers are given in order after those there are.

with reported as (
    select distinct
        measure_period.period_key,
        volume_part.place,
        volume_part.area,
        volume_part.agreement,
    from volume_part
    join measure_period
        on measure_period.measure = volume_part.measure
        and measure_period.period = volume_part.period
        and measure_period.reference_date
            is not distinct from volume_part.reference_date
    where volume_part.drop_reason is null
)

select
    (
        (select coalesce(max(known.cell_key), 0) from cell as known)
        + row_number() over (
            order by
                reported.period_key, reported.place, reported.area,
                reported.agreement
        )
    )::integer as cell_key,
    reported.period_key,
    reported.place,
    reported.area,
    reported.agreement,
from reported
left join cell using (period_key, place, area, agreement)
where cell.cell_key is null
