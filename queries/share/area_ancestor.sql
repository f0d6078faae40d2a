-- area_ancestor: the areas that an area's volume is counted in.
--
-- in:    area, measure_dimension
-- grain: measure, area, ancestor
-- why:   as place_ancestor. Areas of different families have no common root,
--        so care and schools are never added together.

with recursive lineage as (
    select
        code as area,
        code as ancestor,
    from area
    union
    select
        lineage.area,
        area.parent as ancestor,
    from lineage
    join area on area.code = lineage.ancestor
    where area.parent <> ''
)

select
    measure_dimension.measure,
    lineage.area,
    lineage.ancestor,
from lineage
cross join measure_dimension
where measure_dimension.dimension = 'area'
    and (measure_dimension.is_summable or lineage.area = lineage.ancestor)
