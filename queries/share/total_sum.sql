-- total_sum: the sums over all sectors that each total's bounds need.
--
-- in:    cell_sector, cell_unsure
-- grain: definition, total_key
-- why:   summed once for each total and joined to its five sectors: the same
--        sums over windows took ten times as long. A sector that is not in
--        the cell has nothing to add. smallest is of the three sectors: a
--        remainder below zero is what the bounds are for.

select
    definition,
    total_key,
    count(amount) as sectors,
    sum(amount)::hugeint as total,
    coalesce(min(amount) filter (
        sector in ('public', 'private', 'ideburen')
    ), 0) as smallest,
    coalesce(sum(hidden_low), 0)::hugeint as cell_hidden_low,
    coalesce(sum(hidden_high), 0)::hugeint as cell_hidden_high,
    coalesce(sum(hidden_units), 0)::bigint as cell_hidden_units,
    coalesce(sum(amount) filter (sector = 'unknown'), 0)::hugeint
        as unknown_amount,
    coalesce(sum(negative) filter (sector = 'unknown'), 0)::hugeint
        as unknown_negative,
    coalesce(sum(hidden_low) filter (sector = 'unknown'), 0)::hugeint
        as unknown_hidden_low,
    coalesce(sum(hidden_high) filter (sector = 'unknown'), 0)::hugeint
        as unknown_hidden_high,
    coalesce(sum(amount) filter (sector = 'nonpublic'), 0)::hugeint
        as nonpublic_amount,
    coalesce(sum(negative) filter (sector = 'nonpublic'), 0)::hugeint
        as nonpublic_negative,
    coalesce(sum(hidden_low) filter (sector = 'nonpublic'), 0)::hugeint
        as nonpublic_hidden_low,
    coalesce(sum(hidden_high) filter (sector = 'nonpublic'), 0)::hugeint
        as nonpublic_hidden_high,
from (
    select * from cell_sector
    union all by name
    select * from cell_unsure
)
group by definition, total_key
