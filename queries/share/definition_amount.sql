-- definition_amount: what each definition decides and leaves in each period.
--
-- in:    agreement, cell, cell_pattern, pattern_sector, period
-- grain: definition, counted_key
-- why:   see applicable. Grants count in neither: the share is of payment for
--        services.

select
    pattern_sector.definition,
    period.counted_key,
    coalesce(sum(cell_pattern.amount) filter (
        pattern_sector.sector in ('nonpublic', 'unknown')
    ), 0) as remainder,
    coalesce(sum(cell_pattern.amount) filter (
        pattern_sector.sector = 'ideburen'
    ), 0) as ideburen,
from cell_pattern
join cell using (cell_key)
join period using (period_key)
join pattern_sector using (pattern_id)
left join agreement on agreement.code = cell.agreement
where agreement.branch is distinct from 'stod'
group by all
