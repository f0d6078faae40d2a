-- cell_sector: each total's amounts by sector, under every definition.
--
-- in:    applicable, cell_provider, pattern_sector, total_cell, total_pattern
-- grain: definition, total_key, sector
-- why:   the volume was grouped once by evidence; here each definition says
--        which sector that evidence means. One that is not applicable says
--        nothing and is not counted: share shows its cells as '.'. What each
--        total has is put together once, before definitions multiply it, and
--        by a sum: a join of as many rows takes twice as long.

with counted as (
    select
        total_key,
        pattern_id,
        sum(amount)::bigint as amount,
        sum(providers)::bigint as providers,
    from (
        select
            total_key,
            pattern_id,
            amount,
            0 as providers,
        from total_pattern
        union all
        select
            total_key,
            pattern_id,
            0 as amount,
            providers,
        from cell_provider
    )
    group by all
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
    sum(counted.providers)::bigint as providers,
    sum(case when is_presumed then amount else 0 end)::bigint as presumed,
    sum(case when is_stated then amount else 0 end)::bigint as stated,
    sum(case when is_carried then amount else 0 end)::bigint as carried,
    sum(case when is_contested then amount else 0 end)::bigint as contested,
from counted
join total_cell using (total_key)
join spoken using (pattern_id, period_key)
group by all
