-- kind_amount: what idéburna of each kind have of each total.
--
-- in:    applicable, cell_provider, hidden_pattern, pattern_kind,
--        pattern_sector, total_cell, total_pattern
-- grain: definition, total_key, kind
-- why:   a dimension below the sector: kinds sum to the idéburen amount, which
--        a check tests. Totals of definitions that say nothing have none.

with spoken as materialized (
    select
        pattern_sector.definition,
        applicable.period_key,
        pattern_sector.pattern_id,
        pattern_kind.kind,
        pattern_sector.basis = 'presumed' as is_presumed,
        pattern_sector.basis = 'stated' as is_stated,
        pattern_sector.is_carried,
        pattern_sector.is_contested,
    from pattern_sector
    join pattern_kind using (pattern_id)
    join applicable using (definition)
    where pattern_sector.sector = 'ideburen'
        and applicable.is_applicable
),

counted as materialized (
    select
        total_key,
        pattern_id,
        coalesce(sum(amount), 0)::bigint as amount,
        coalesce(sum(hidden_units), 0)::bigint as hidden_units,
        coalesce(sum(open_units), 0)::bigint as open_units,
        coalesce(sum(providers), 0)::bigint as providers,
    from (
        select * from total_pattern
        union all by name
        select * from hidden_pattern
        union all by name
        select * from cell_provider
    )
    semi join spoken using (pattern_id)
    group by all
)

select
    spoken.definition,
    counted.total_key,
    spoken.kind,
    sum(counted.amount)::bigint as amount,
    sum(case when is_presumed then amount else 0 end)::bigint as presumed,
    sum(case when is_stated then amount else 0 end)::bigint as stated,
    sum(case when is_carried then amount else 0 end)::bigint as carried,
    sum(case when is_contested then amount else 0 end)::bigint as contested,
    sum(counted.hidden_units)::bigint as hidden_units,
    sum(counted.open_units)::bigint as open_units,
    sum(counted.providers)::bigint as providers,
from counted
join total_cell using (total_key)
join spoken using (pattern_id, period_key)
group by all
