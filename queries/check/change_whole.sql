-- change_whole: changes whose sectors do not sum to nothing.
--
-- in:       change
-- grain:    definition, measure, place, area, agreement, earlier_key, later_key
-- why:      what one sector's share gains the others lose. Published shares are
--           rounded, so five of them may miss it by some millionths.
-- severity: error
-- hint:     this is an error in tresektor itself; keep the workspace and report
--           it

select
    definition,
    measure,
    place,
    area,
    agreement,
    earlier_key,
    later_key,
    count(*) as sectors,
    sum(change) as change,
    sum(later_amount - earlier_amount) as amount,
    (max(later_total) - max(earlier_total)) as total,
from change
group by all
having count(*) <> 5
    or abs(sum(change)) > 5
    or sum(later_amount - earlier_amount)
        <> max(later_total) - max(earlier_total)
