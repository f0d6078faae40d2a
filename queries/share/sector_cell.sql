-- sector_cell: every total with all five sectors and the sums its bounds need.
--
-- in:    cell_sector, cell_unsure, provider_again, sector, total_sum
-- as:    view
-- grain: definition, total_key, sector
-- why:   all five sectors are shown in each cell that occurs: a sector with
--        nothing in it is a zero that was counted, not a gap. The zeros are
--        added to what there is, and not the other way round: so DuckDB reads
--        the many rows on all cores.

with incomplete as materialized (
    select
        definition,
        total_key,
    from total_sum
    where sectors < (select count(*) from sector)
),

present as materialized (
    select
        definition,
        total_key,
        sector,
    from cell_sector
    semi join incomplete using (definition, total_key)
),

absent as (
    select
        incomplete.definition,
        incomplete.total_key,
        sector.code as sector,
    from incomplete
    cross join sector
    anti join present
        on present.definition = incomplete.definition
        and present.total_key = incomplete.total_key
        and present.sector = sector.code
),

filled as (
    select * from cell_sector
    union all by name
    select * from absent
)

select
    total_sum.*,
    filled.sector,
    coalesce(filled.amount, 0)::hugeint as amount,
    coalesce(cell_unsure.hidden_low, 0)::hugeint as hidden_low,
    coalesce(cell_unsure.hidden_high, 0)::hugeint as hidden_high,
    coalesce(cell_unsure.hidden_units, 0) as hidden_units,
    coalesce(cell_unsure.open_units, 0) as open_units,
    coalesce(filled.providers, 0) - coalesce(provider_again.providers, 0)
        as providers,
    coalesce(filled.presumed, 0) as presumed,
    coalesce(filled.stated, 0) as stated,
    coalesce(filled.carried, 0) as carried,
    coalesce(filled.contested, 0) as contested,
from filled
join total_sum using (definition, total_key)
left join cell_unsure using (definition, total_key, sector)
left join provider_again
    on provider_again.definition = filled.definition
    and provider_again.total_key = filled.total_key
    and provider_again.sector = filled.sector
    and provider_again.kind = ''
