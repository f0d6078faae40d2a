-- volume_conserved: periods whose volume changed between load and shares.
--
-- in:       agreement_ancestor, area_ancestor, cell_pattern, definition,
--           pattern_sector, period, place_ancestor, volume
-- grain:    definition, measure, period, reference_date
-- why:      the five sectors of all cells must sum to the volume that was
--           loaded, exactly and under every definition, or rows were lost or
--           doubled in a join: one to a place, area or agreement that the
--           totals do not know, or to evidence that no rule decides.
-- severity: error
-- hint:     this is an error in tresektor itself; keep the workspace and report
--           it

with loaded as (
    select
        period_key,
        sum(amount)::bigint as amount,
    from volume
    group by all
),

own_cell as (
    select
        cell_pattern.period_key,
        cell_pattern.pattern_id,
        cell_pattern.amount,
    from cell_pattern
    join period using (period_key)
    join place_ancestor
        on place_ancestor.measure = period.measure
        and place_ancestor.place = cell_pattern.place
        and place_ancestor.ancestor = cell_pattern.place
    join area_ancestor
        on area_ancestor.measure = period.measure
        and area_ancestor.area = cell_pattern.area
        and area_ancestor.ancestor = cell_pattern.area
    join agreement_ancestor
        on agreement_ancestor.measure = period.measure
        and agreement_ancestor.agreement = cell_pattern.agreement
        and agreement_ancestor.ancestor = cell_pattern.agreement
),

decided as (
    select
        pattern_sector.definition,
        own_cell.period_key,
        sum(own_cell.amount)::bigint as amount,
    from own_cell
    join pattern_sector using (pattern_id)
    group by all
)

select
    definition.definition,
    period.measure,
    period.period,
    period.reference_date,
    loaded.amount as amount_loaded,
    decided.amount as amount_decided,
from loaded
cross join definition
left join period using (period_key)
left join decided using (definition, period_key)
where loaded.amount is distinct from decided.amount
