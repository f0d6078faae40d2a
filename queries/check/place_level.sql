-- place_level: places that have volume of their own and in their parts.
--
-- in:       cell, cell_pattern, period, place_ancestor
-- grain:    measure, period, place
-- why:      a source that gives both the kommuner and their län would be
--           counted twice in the total. The same is true of a total row.
-- severity: error
-- hint:     give the total rows a drop_reason (total_row) in the source's
--           volume SQL

with reported as (
    select distinct
        period.measure,
        period.period,
        cell.place,
    from cell
    semi join cell_pattern using (cell_key)
    join period using (period_key)
)

select
    larger.measure,
    larger.period,
    larger.place,
    min(smaller.place) as part,
from reported as larger
join place_ancestor
    on place_ancestor.measure = larger.measure
    and place_ancestor.ancestor = larger.place
    and place_ancestor.place <> larger.place
join reported as smaller
    on smaller.measure = larger.measure
    and smaller.period = larger.period
    and smaller.place = place_ancestor.place
group by all
