-- remainder_amount: how much of each total is not decided, and why.
--
-- in:    applicable, hidden_pattern, pattern_sector, total_cell,
--        total_pattern
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
),

counted as (
    select
        total_key,
        pattern_id,
        amount,
    from total_pattern
    union all by name
    select
        total_key,
        pattern_id,
        hidden_units,
    from hidden_pattern
)

select
    undecided.definition,
    counted.total_key,
    undecided.sector,
    undecided.reason,
    coalesce(sum(counted.amount), 0)::bigint as amount,
    coalesce(sum(counted.hidden_units), 0)::bigint as hidden_units,
from counted
join total_cell using (total_key)
join undecided using (pattern_id, period_key)
group by all
