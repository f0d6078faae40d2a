-- agreement_ancestor: the forms of agreement that an agreement is counted in.
--
-- in:    agreement, measure_dimension
-- grain: measure, agreement, ancestor
-- why:   payment for performed services and grants are two branches without a
--        common total: the list has one root for each.

with recursive lineage as (
    select
        code as agreement,
        code as ancestor,
    from agreement
    union
    select
        lineage.agreement,
        agreement.parent as ancestor,
    from lineage
    join agreement on agreement.code = lineage.ancestor
    where agreement.parent <> ''
)

select
    measure_dimension.measure,
    lineage.agreement,
    lineage.ancestor,
from lineage
cross join measure_dimension
where measure_dimension.dimension = 'agreement'
    and (
        measure_dimension.is_summable
        or lineage.agreement = lineage.ancestor
    )
