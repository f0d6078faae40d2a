-- agreement_ancestor: the agreements that volume of a agreement is counted in.
--
-- in:    agreement_ancestor, cell, period
-- grain: measure, agreement, ancestor
-- why:   a published total is opened down to the rows that are counted in it.
--        Only what has volume. A root is counted in nothing larger.

select
    measure,
    agreement,
    ancestor,
    (measure, ancestor) not in (
        select (beneath.measure, beneath.agreement)
        from agreement_ancestor as beneath
        where beneath.agreement <> beneath.ancestor
    ) as is_root,
from agreement_ancestor
semi join (
    select
        period.measure,
        cell.agreement,
    from cell
    join period using (period_key)
) as counted using (measure, agreement)
