-- counted: the places, areas and agreements that each one's totals are made of.
--
-- in:    cell, counted_in, period, total_cell
-- grain: measure, period, reference_date, dimension, code, ancestor
-- why:   with it a published total is opened to the cells that it consists
--        of, also when the lists and the rules of coverage have changed since.
--        A cell is counted in a total when its place, its area and its
--        agreement each are: counted_in is the product of the three.

with pair as (
    select distinct
        cell.period_key,
        unnest(['place', 'area', 'agreement']) as dimension,
        unnest([cell.place, cell.area, cell.agreement]) as code,
        unnest([total_cell.place, total_cell.area, total_cell.agreement])
            as ancestor,
    from counted_in
    join cell using (cell_key)
    join total_cell using (total_key)
)

select
    period.measure,
    period.period,
    period.reference_date,
    pair.dimension,
    pair.code,
    pair.ancestor,
from pair
join period using (period_key)
