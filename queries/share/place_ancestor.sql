-- place_ancestor: the places that a place's volume is counted in.
--
-- in:    measure_dimension, place
-- grain: measure, place, ancestor
-- why:   a total is made along places only where the measure may be summed
--        over them; otherwise a place counts for itself alone. The place list
--        has several roots, which are never added together.

with recursive lineage as (
    select
        code as place,
        code as ancestor,
    from place
    union
    select
        lineage.place,
        place.parent as ancestor,
    from lineage
    join place on place.code = lineage.ancestor
    where place.parent <> ''
)

select
    measure_dimension.measure,
    lineage.place,
    lineage.ancestor,
from lineage
cross join measure_dimension
where measure_dimension.dimension = 'place'
    and (measure_dimension.is_summable or lineage.place = lineage.ancestor)
