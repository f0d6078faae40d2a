-- cell_sector: each total's amounts by sector, under every definition.
--
-- in:    applicable, cell_provider, negative_pattern, pattern_sector,
--        total_cell, total_pattern
-- grain: definition, total_key, sector
-- why:   the volume was grouped once by evidence; here each definition says
--        which sector that evidence means. One that is not applicable says
--        nothing and is not counted: share shows its cells as '.'. What each
--        total has is put together once, before definitions multiply it.

with counted as materialized (
    select
        total_pattern.*,
        total_cell.period_key,
        coalesce(negative_pattern.negative, 0) as negative,
        coalesce(cell_provider.providers, 0) as providers,
    from total_pattern
    join total_cell using (total_key)
    left join negative_pattern using (total_key, pattern_id)
    left join cell_provider using (total_key, pattern_id)
),

spoken as (
    select
        pattern_sector.definition,
        applicable.period_key,
        pattern_sector.pattern_id,
        pattern_sector.sector,
        pattern_sector.basis = 'presumed' as is_presumed,
        pattern_sector.basis = 'stated' as is_stated,
        pattern_sector.is_carried,
        pattern_sector.is_contested,
    from pattern_sector
    join applicable using (definition)
    where applicable.is_applicable
)

select
    spoken.definition,
    counted.total_key,
    spoken.sector,
    sum(counted.amount)::bigint as amount,
    sum(counted.negative)::bigint as negative,
    sum(counted.hidden_low)::bigint as hidden_low,
    sum(counted.hidden_high)::bigint as hidden_high,
    sum(counted.hidden_units)::bigint as hidden_units,
    sum(counted.open_units)::bigint as open_units,
    sum(counted.providers)::bigint as providers,
    sum(case when is_presumed then amount else 0 end)::bigint as presumed,
    sum(case when is_stated then amount else 0 end)::bigint as stated,
    sum(case when is_carried then amount else 0 end)::bigint as carried,
    sum(case when is_contested then amount else 0 end)::bigint as contested,
from counted
join spoken using (pattern_id, period_key)
group by all
