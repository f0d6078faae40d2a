-- bounds: numerators and denominators of each sector's possible range.
--
-- in:    cell_movable, sector_cell
-- as:    view
-- grain: definition, total_key, sector
-- why:   method 1. Low: nothing that is undecided belongs to the sector, what
--        is suppressed in it is as small and elsewhere as large as its
--        documented limit allows. High: the other way round. The remainders
--        have no bounds. high_presumed adds what is presumed to be in another
--        sector and could, with the missing evidence, turn out to be in this.

with undecided as (
    select
        sector_cell.*,
        case sector
            when 'public' then unknown_amount
            else unknown_amount + nonpublic_amount
        end as undecided_amount,
        case sector
            when 'public' then unknown_negative
            else unknown_negative + nonpublic_negative
        end as undecided_negative,
        case sector
            when 'public' then unknown_hidden_low
            else unknown_hidden_low + nonpublic_hidden_low
        end as undecided_hidden_low,
        case sector
            when 'public' then unknown_hidden_high
            else unknown_hidden_high + nonpublic_hidden_high
        end as undecided_hidden_high,
        coalesce(cell_movable.amount, 0) as movable,
        coalesce(cell_movable.hidden_low, 0) as movable_hidden_low,
        coalesce(cell_movable.hidden_high, 0) as movable_hidden_high,
    from sector_cell
    left join cell_movable using (definition, total_key, sector)
)

select
    definition,
    total_key,
    sector,
    amount::hugeint as amount,
    total,
    smallest,
    unknown_amount + nonpublic_amount as remainder,
    presumed,
    stated,
    carried,
    contested,
    hidden_units,
    cell_hidden_units,
    open_units,
    providers,
    sector in ('public', 'private', 'ideburen') as is_decided,
    amount + undecided_negative as low_known,
    amount + undecided_amount - undecided_negative as high_known,
    amount + undecided_negative + hidden_low as low,
    total + hidden_low + cell_hidden_high - hidden_high as low_of,
    amount + undecided_amount - undecided_negative
        + hidden_high + undecided_hidden_high as high,
    total + hidden_high + undecided_hidden_high
        + cell_hidden_low - hidden_low - undecided_hidden_low as high_of,
    amount + undecided_amount - undecided_negative + movable
        + hidden_high + undecided_hidden_high + movable_hidden_high
        as high_presumed,
    high_of + movable_hidden_high - movable_hidden_low as high_presumed_of,
from undecided
