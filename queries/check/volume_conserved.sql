-- volume_conserved: periods whose volume changed between load and shares.
--
-- in:       agreement_ancestor, area_ancestor, cell, cell_pattern, definition,
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
        cell.period_key,
        sum(volume_cell.amount)::bigint as amount,
    from (
        select
            cell_key,
            sum(amount) as amount,
        from volume
        group by all
    ) as volume_cell
    left join cell using (cell_key)
    group by all
),

own_cell as (
    select
        cell.period_key,
        cell_pattern.pattern_id,
        cell_pattern.amount,
    from cell_pattern
    join cell using (cell_key)
    join period using (period_key)
    join place_ancestor
        on place_ancestor.measure = period.measure
        and place_ancestor.place = cell.place
        and place_ancestor.ancestor = cell.place
    join area_ancestor
        on area_ancestor.measure = period.measure
        and area_ancestor.area = cell.area
        and area_ancestor.ancestor = cell.area
    join agreement_ancestor
        on agreement_ancestor.measure = period.measure
        and agreement_ancestor.agreement = cell.agreement
        and agreement_ancestor.ancestor = cell.agreement
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
