-- place_ancestor: the places that volume of a place is counted in.
--
-- in:    cell, period, place_ancestor
-- grain: measure, place, ancestor
-- why:   a published total is opened down to the rows that are counted in it.
--        Only what has volume. A root is counted in nothing larger.

select
    measure,
    place,
    ancestor,
    (measure, ancestor) not in (
        select (beneath.measure, beneath.place)
        from place_ancestor as beneath
        where beneath.place <> beneath.ancestor
    ) as is_root,
from place_ancestor
semi join (
    select
        period.measure,
        cell.place,
    from cell
    join period using (period_key)
) as counted using (measure, place)
