-- remainder_amount: how much of each total is not decided, and why.
--
-- in:    applicable, pattern_sector, total_cell, total_pattern
-- grain: definition, total_key, sector, reason
-- why:   a definition that is not in force or lacks its evidence says nothing,
--        not that everything is unknown; one whose remainder is too large says
--        why.

with undecided as (
    select
        pattern_sector.definition,
        applicable.period_key,
        pattern_sector.pattern_id,
        pattern_sector.sector,
        pattern_sector.reason,
    from pattern_sector
    join applicable using (definition)
    where pattern_sector.sector in ('nonpublic', 'unknown')
        and applicable.reason is distinct from 'not_in_force'
        and applicable.reason is distinct from 'no_evidence'
)

select
    undecided.definition,
    total_pattern.total_key,
    undecided.sector,
    undecided.reason,
    sum(total_pattern.amount)::bigint as amount,
    sum(total_pattern.hidden_units)::bigint as hidden_units,
from total_pattern
join total_cell using (total_key)
join undecided using (pattern_id, period_key)
group by all
