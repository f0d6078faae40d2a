-- net_cell: the cells in which what a provider owes and is owed is netted.
--
-- in:    cell, cell_pattern, period, place_ancestor
-- grain: net_key
-- why:   method 1 nets credit notes for each provider, period, area and
--        agreement, in every place that has a total. The months of a year are
--        netted together, for a credit note often comes in a later month than
--        its invoice. The number is working space only.

select
    row_number() over (
        order by period_key, place, area, agreement
    )::integer as net_key,
    *,
from (
    select distinct
        period.counted_key as period_key,
        place_ancestor.ancestor as place,
        cell.area,
        cell.agreement,
    from cell
    semi join cell_pattern using (cell_key)
    join period using (period_key)
    join place_ancestor using (measure, place)
)
