-- provider_small_cell: one provider's cells with too small a published number.
--
-- in:    decision, history, provider, silence, volume
-- grain: measure, period, place, area, agreement
-- why:   method 6: what counts people is not listed by provider in cells below
--        the minimum, under any definition; a zero is shown. Parameters: the
--        identifier and the minimum, in the measure's smallest unit.

with own as (
    select distinct
        measure,
        period,
        reference_date,
        place,
        area,
        agreement,
    from volume
    where provider_id = $1
),

decided as (
    select
        volume.measure,
        volume.period,
        volume.place,
        volume.area,
        volume.agreement,
        volume.provider_id,
        volume.amount,
        decision.definition,
        decision.sector,
    from volume
    semi join own
        using (measure, period, reference_date, place, area, agreement)
    join provider using (provider_id)
    join history using (history_id, measure, period, reference_date)
    join decision using (pattern_id)
    anti join silence using (definition, measure, period, reference_date)
)

select distinct
    measure,
    period,
    place,
    area,
    agreement,
from (
    select
        measure,
        period,
        place,
        area,
        agreement,
        definition,
        sector,
        sum(amount) as amount,
        bool_or(provider_id = $1) as is_own,
    from decided
    group by all
)
where is_own and amount between 1 and $2 - 1
order by all
