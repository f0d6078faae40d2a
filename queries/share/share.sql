-- share: each sector's share of each cell, with its possible range.
--
-- in:    applicable, counted_in, coverage, period, sector, spoken_share,
--        total_cell
-- as:    view
-- grain: definition, period_key, place, area, agreement, sector
-- why:   where a definition says nothing its cells are '.' with the reason.
--        These are half of all cells or more, and are made when they are read.
--        Periods have one reference date, which a check tests: until then
--        period_key keeps two of them apart.

with silent as (
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
    select * from spoken_share
    union all by name
    select * from silent
) as said
join total_cell using (total_key)
join period using (period_key)
left join coverage using (period_key, place)
