-- cell_sector: each total's amounts by sector, under every definition.
--
-- in:    applicable, cell_provider, negative_pattern, pattern_sector,
--        total_cell, total_pattern
-- grain: definition, total_key, sector
-- why:   the volume was grouped once by evidence; here each definition says
--        which sector that evidence means. One that is not applicable says
--        nothing and is not counted: share shows its cells as '.'.

select
    pattern_sector.definition,
    total_pattern.total_key,
    pattern_sector.sector,
    sum(total_pattern.amount)::bigint as amount,
    coalesce(sum(negative_pattern.negative), 0)::bigint as negative,
    sum(total_pattern.hidden_low)::bigint as hidden_low,
    sum(total_pattern.hidden_high)::bigint as hidden_high,
    sum(total_pattern.hidden_units)::bigint as hidden_units,
    sum(total_pattern.open_units)::bigint as open_units,
    coalesce(sum(cell_provider.providers), 0)::bigint as providers,
    coalesce(sum(total_pattern.amount) filter (
        pattern_sector.basis = 'presumed'
    ), 0)::bigint as presumed,
    coalesce(sum(total_pattern.amount) filter (
        pattern_sector.basis = 'stated'
    ), 0)::bigint as stated,
    coalesce(sum(total_pattern.amount) filter (
        pattern_sector.is_carried
    ), 0)::bigint as carried,
    coalesce(sum(total_pattern.amount) filter (
        pattern_sector.is_contested
    ), 0)::bigint as contested,
from total_pattern
join total_cell using (total_key)
join pattern_sector using (pattern_id)
semi join (
    select
        applicable.definition,
        applicable.period_key,
    from applicable
    where applicable.is_applicable
) as spoken using (definition, period_key)
left join negative_pattern using (total_key, pattern_id)
left join cell_provider using (total_key, pattern_id)
group by all
