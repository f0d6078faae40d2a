-- cell_sector: each cell's amounts by sector, under every definition.
--
-- in:    cell_provider, negative_pattern, pattern_sector, total_pattern
-- grain: definition, period_key, place, area, agreement, sector
-- why:   the volume was grouped once by evidence; here each definition says
--        which sector that evidence means.

select
    pattern_sector.definition,
    total_pattern.period_key,
    total_pattern.place,
    total_pattern.area,
    total_pattern.agreement,
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
join pattern_sector using (pattern_id)
left join negative_pattern
    using (period_key, place, area, agreement, pattern_id)
left join cell_provider
    using (period_key, place, area, agreement, pattern_id)
group by all
