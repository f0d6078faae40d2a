-- cell_unsure: what each sector may have more or less of than its amount.
--
-- in:    applicable, hidden_pattern, negative_pattern, pattern_sector,
--        total_cell
-- grain: definition, total_key, sector
-- why:   what is suppressed, and what undecided providers owe. Few sectors of
--        few totals have either, so that it is kept beside their amounts.

with unsure as (
    select * from negative_pattern
    union all by name
    select * from hidden_pattern
)

select
    pattern_sector.definition,
    unsure.total_key,
    pattern_sector.sector,
    coalesce(sum(unsure.negative), 0)::bigint as negative,
    coalesce(sum(unsure.hidden_low), 0)::bigint as hidden_low,
    coalesce(sum(unsure.hidden_high), 0)::bigint as hidden_high,
    coalesce(sum(unsure.hidden_units), 0)::bigint as hidden_units,
    coalesce(sum(unsure.open_units), 0)::bigint as open_units,
from unsure
join total_cell using (total_key)
join pattern_sector using (pattern_id)
join applicable using (definition, period_key)
where applicable.is_applicable
    and (
        unsure.negative is null
        or pattern_sector.sector in ('nonpublic', 'unknown')
    )
group by all
