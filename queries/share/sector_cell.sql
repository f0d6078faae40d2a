-- sector_cell: every total with all five sectors and the sums its bounds need.
--
-- in:    cell_sector, provider_again, sector, total_sum
-- as:    view
-- grain: definition, total_key, sector
-- why:   all five sectors are shown in each cell that occurs: a sector with
--        nothing in it is a zero that was counted, not a gap. The zeros are
--        added to what there is, and not the other way round: so DuckDB reads
--        the many rows on all cores.

with absent as (
    select
        total_sum.definition,
        total_sum.total_key,
        sector.code as sector,
    from total_sum
    cross join sector
    anti join cell_sector
        on cell_sector.definition = total_sum.definition
        and cell_sector.total_key = total_sum.total_key
        and cell_sector.sector = sector.code
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
    coalesce(filled.negative, 0)::hugeint as negative,
    coalesce(filled.hidden_low, 0)::hugeint as hidden_low,
    coalesce(filled.hidden_high, 0)::hugeint as hidden_high,
    coalesce(filled.hidden_units, 0) as hidden_units,
    coalesce(filled.open_units, 0) as open_units,
    coalesce(filled.providers, 0) - coalesce(provider_again.providers, 0)
        as providers,
    coalesce(filled.presumed, 0) as presumed,
    coalesce(filled.stated, 0) as stated,
    coalesce(filled.carried, 0) as carried,
    coalesce(filled.contested, 0) as contested,
from filled
join total_sum using (definition, total_key)
left join provider_again
    on provider_again.definition = filled.definition
    and provider_again.total_key = filled.total_key
    and provider_again.sector = filled.sector
    and provider_again.kind = ''
