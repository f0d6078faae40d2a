-- area_ancestor: the areas that volume of a area is counted in.
--
-- in:    area_ancestor, cell, period
-- grain: measure, area, ancestor
-- why:   a published total is opened down to the rows that are counted in it.
--        Only what has volume. A root is counted in nothing larger.

select
    measure,
    area,
    ancestor,
    (measure, ancestor) not in (
        select (beneath.measure, beneath.area)
        from area_ancestor as beneath
        where beneath.area <> beneath.ancestor
    ) as is_root,
from area_ancestor
semi join (
    select
        period.measure,
        cell.area,
    from cell
    join period using (period_key)
) as counted using (measure, area)
