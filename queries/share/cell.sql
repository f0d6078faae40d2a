-- cell: every cell with all five sectors and the sums its bounds need.
--
-- in:    cell_sector, sector
-- grain: definition, period_key, place, area, agreement, sector
-- why:   all five sectors are shown in each cell that occurs: a sector with
--        nothing in it is a zero that was counted, not a gap. What is
--        undecided for public is only the unknown: nonpublic is known not to
--        be public.

with dense as (
    select
        occurring.*,
        sector.code as sector,
        cell_sector.* exclude (
            definition, period_key, place, area, agreement, sector
        ),
    from (
        select distinct definition, period_key, place, area, agreement
        from cell_sector
    ) as occurring
    cross join sector
    left join cell_sector
        on cell_sector.definition = occurring.definition
        and cell_sector.period_key = occurring.period_key
        and cell_sector.place = occurring.place
        and cell_sector.area = occurring.area
        and cell_sector.agreement = occurring.agreement
        and cell_sector.sector = sector.code
),

filled as (
    select
        definition,
        period_key,
        place,
        area,
        agreement,
        sector,
        coalesce(columns(* exclude (
            definition, period_key, place, area, agreement, sector
        )), 0),
    from dense
)

select
    filled.*,
    sum(amount) over cell as total,
    min(amount) over cell as smallest,
    sum(hidden_low) over cell as cell_hidden_low,
    sum(hidden_high) over cell as cell_hidden_high,
    sum(amount) filter (sector = 'unknown') over cell as unknown_amount,
    sum(negative) filter (sector = 'unknown') over cell as unknown_negative,
    sum(hidden_low) filter (sector = 'unknown') over cell
        as unknown_hidden_low,
    sum(hidden_high) filter (sector = 'unknown') over cell
        as unknown_hidden_high,
    sum(amount) filter (sector = 'nonpublic') over cell as nonpublic_amount,
    sum(negative) filter (sector = 'nonpublic') over cell
        as nonpublic_negative,
    sum(hidden_low) filter (sector = 'nonpublic') over cell
        as nonpublic_hidden_low,
    sum(hidden_high) filter (sector = 'nonpublic') over cell
        as nonpublic_hidden_high,
from filled
window cell as (
    partition by definition, period_key, place, area, agreement
)
