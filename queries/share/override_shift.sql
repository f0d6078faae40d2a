-- override_shift: a card's amounts with and without each decision reversed.
--
-- in:    card_total, cell, counted_in, pattern_sector, period, provider_cell,
--        reversed_sector, sector, total_pattern
-- grain: decision_id, definition, card, period_key, sector
-- why:   see reversed_provider. Whether a definition is applicable or not: a
--        decision may be what makes it so.

with concerned as (
    select
        reversed_sector.* exclude (period_key),
        card_total.period_key,
        card_total.card,
        card_total.total_key,
        provider_cell.amount,
    from reversed_sector
    join period using (period_key)
    join card_total on card_total.period_key = period.counted_key
    join counted_in using (total_key)
    join cell
        on cell.cell_key = counted_in.cell_key
        and cell.period_key = reversed_sector.period_key
    join provider_cell
        on provider_cell.provider_key = reversed_sector.provider_key
        and provider_cell.cell_key = cell.cell_key
),

moved as (
    select
        concerned.decision_id,
        concerned.definition,
        concerned.card,
        concerned.period_key,
        concerned.total_key,
        sector.code as sector,
        sum(concerned.amount * (
            (concerned.reversed_sector = sector.code)::int
            - (concerned.sector = sector.code)::int
        ))::bigint as amount,
    from concerned
    cross join sector
    group by all
),

counted as (
    select
        total_pattern.total_key,
        pattern_sector.definition,
        pattern_sector.sector,
        sum(total_pattern.amount)::bigint as amount,
    from total_pattern
    semi join moved using (total_key)
    join pattern_sector using (pattern_id)
    group by all
)

select
    moved.decision_id,
    moved.definition,
    moved.card,
    moved.period_key,
    moved.sector,
    coalesce(counted.amount, 0) as amount,
    coalesce(counted.amount, 0) + moved.amount as reversed_amount,
from moved
left join counted using (total_key, definition, sector)
