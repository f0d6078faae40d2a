-- change_sum: changes that their causes do not sum to.
--
-- in:       change
-- grain:    definition, measure, place, area, agreement, earlier_key,
--           later_key, sector
-- why:      a change is told by cause, in amounts and in millionths of the
--           share, and both must be all of it: on what is published, not on
--           what it was made from. The paired range must hold the change of
--           what is known, unless a source hides amounts, and a new way of
--           counting is no cause unless a break is declared.
-- severity: error
-- hint:     this is an error in tresektor itself; keep the workspace and report
--           it

select
    *,
    reclassified_amount + converted_amount + evidence_amount + arrived_amount
        + ended_amount + remaining_amount + method_amount as amounts,
    reclassified + converted + evidence + arrived + ended + remaining + method
        as parts,
from change
where amounts <> later_amount - earlier_amount
    or parts is distinct from later_share - earlier_share
    or change is distinct from later_share - earlier_share
    or change_low > change_high
    or not is_hidden and change not between change_low and change_high
    or not is_break and (method_amount <> 0 or method <> 0)
