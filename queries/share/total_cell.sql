-- total_cell: every cell that volume is counted in, its own and larger ones.
--
-- in:    agreement_ancestor, area_ancestor, cell, cell_pattern, period,
--        place_ancestor
-- grain: total_key
-- why:   as cell: a number for three texts and a period. It is working space
--        only, and orders nothing that is published. The cells of a year's
--        months are counted in the year.

select
    row_number() over (
        order by period_key, place, area, agreement
    )::integer as total_key,
    *,
from (
    select distinct
        period.counted_key as period_key,
        place_ancestor.ancestor as place,
        area_ancestor.ancestor as area,
        agreement_ancestor.ancestor as agreement,
    from cell
    semi join cell_pattern using (cell_key)
    join period using (period_key)
    join place_ancestor using (measure, place)
    join area_ancestor using (measure, area)
    join agreement_ancestor using (measure, agreement)
)
