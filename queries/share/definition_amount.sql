-- definition_amount: what each definition decides and leaves in each period.
--
-- in:    agreement, cell, cell_pattern, pattern_sector, period
-- grain: definition, counted_key
-- why:   see applicable. Grants count in neither: the share is of payment for
--        services. Summed by evidence first, so that definitions count
--        hundreds of rows.

with paid as (
    select
        period.counted_key,
        cell_pattern.pattern_id,
        sum(cell_pattern.amount) as amount,
    from cell_pattern
    join cell using (cell_key)
    join period using (period_key)
    left join agreement on agreement.code = cell.agreement
    where agreement.branch is distinct from 'stod'
    group by all
)

select
    pattern_sector.definition,
    paid.counted_key,
    coalesce(sum(paid.amount) filter (
        pattern_sector.sector in ('nonpublic', 'unknown')
    ), 0) as remainder,
    coalesce(sum(paid.amount) filter (
        pattern_sector.sector = 'ideburen'
    ), 0) as ideburen,
from paid
join pattern_sector using (pattern_id)
group by all
