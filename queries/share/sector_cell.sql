-- sector_cell: every total with all five sectors and the sums its bounds need.
--
-- in:    cell_sector, sector, total_sum
-- as:    view
-- grain: definition, total_key, sector
-- why:   all five sectors are shown in each cell that occurs: a sector with
--        nothing in it is a zero that was counted, not a gap.

with dense as (
    select
        total_sum.*,
        sector.code as sector,
    from total_sum
    cross join sector
)

select
    dense.*,
    coalesce(cell_sector.amount, 0)::hugeint as amount,
    coalesce(cell_sector.negative, 0)::hugeint as negative,
    coalesce(cell_sector.hidden_low, 0)::hugeint as hidden_low,
    coalesce(cell_sector.hidden_high, 0)::hugeint as hidden_high,
    coalesce(cell_sector.hidden_units, 0) as hidden_units,
    coalesce(cell_sector.open_units, 0) as open_units,
    coalesce(cell_sector.providers, 0) as providers,
    coalesce(cell_sector.presumed, 0) as presumed,
    coalesce(cell_sector.stated, 0) as stated,
    coalesce(cell_sector.carried, 0) as carried,
    coalesce(cell_sector.contested, 0) as contested,
from dense
left join cell_sector using (definition, total_key, sector)
