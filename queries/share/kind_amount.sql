-- kind_amount: what idéburna of each kind have of each total.
--
-- in:    cell_provider, pattern_kind, pattern_sector, total_pattern, total_sum
-- grain: definition, total_key, kind
-- why:   a dimension below the sector: kinds sum to the idéburen amount, which
--        a check tests. Totals of definitions that say nothing have none.

select
    pattern_sector.definition,
    total_pattern.total_key,
    pattern_kind.kind,
    max(total_sum.total) as total,
    max(total_sum.smallest) as smallest,
    sum(total_pattern.amount)::bigint as amount,
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
    sum(total_pattern.hidden_units)::bigint as hidden_units,
    sum(total_pattern.open_units)::bigint as open_units,
    coalesce(sum(cell_provider.providers), 0)::bigint as providers,
from total_pattern
join pattern_sector using (pattern_id)
join pattern_kind using (pattern_id)
join total_sum using (definition, total_key)
left join cell_provider using (total_key, pattern_id)
where pattern_sector.sector = 'ideburen'
group by all
