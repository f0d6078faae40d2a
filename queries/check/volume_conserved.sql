-- volume_conserved: periods whose volume changed between load and shares.
--
-- in:       cell_pattern, definition, pattern_sector, period, volume
-- grain:    definition, measure, period
-- why:      the five sectors of all cells must sum to the volume that was
--           loaded, exactly and under every definition, or rows were lost or
--           doubled in a join.
-- severity: error
-- hint:     this is an error in tresektor itself; keep the workspace and report it

with loaded as (
    select
        period_key,
        sum(amount)::bigint as amount,
    from volume
    group by all
),

decided as (
    select
        pattern_sector.definition,
        cell_pattern.period_key,
        sum(cell_pattern.amount)::bigint as amount,
    from cell_pattern
    join pattern_sector using (pattern_id)
    group by all
)

select
    definition.definition,
    period.measure,
    period.period,
    loaded.amount as amount_loaded,
    decided.amount as amount_decided,
from loaded
cross join definition
left join period using (period_key)
left join decided using (definition, period_key)
where loaded.amount is distinct from decided.amount
