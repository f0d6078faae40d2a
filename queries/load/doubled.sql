-- doubled: lines that the volume SELECT returned twice for the same cell.
--
-- in:    volume_amount
-- as:    view
-- grain: line, measure, period, place, area, agreement, provider_id
-- why:   a join to a list with two rows for one code doubles volume; the sum
--        account finds that there is too much, and this says where. It is
--        read only then, so it is a view.

select
    line,
    measure,
    period,
    place,
    area,
    agreement,
    provider_id,
    count(*) as times,
from volume_amount
group by line, measure, period, place, area, agreement, provider_id
having count(*) > 1
