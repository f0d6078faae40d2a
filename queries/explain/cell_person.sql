-- cell_person: how many natural persons are behind a published cell.
--
-- in:    cell_volume
-- grain: sector, rule
-- why:   they are told as a number and never one by one.

select
    sector,
    rule,
    count(distinct provider_id) as persons,
from cell_volume
where is_pooled
group by all
order by all
