-- effective_providers: on how many equal providers each card's sectors rest.
--
-- in:    card, cell, counted_in, course_outcome, pattern_sector, period,
--        provider_cell, provider_course, provider_identity, total_cell
-- grain: card, period_key, sector
-- why:   the inverse of the Herfindahl index of volumes, in millionths of a
--        provider: of a hundred providers of which one has nearly all, it is
--        one. A share that rests on few changes when one of them does. Masks
--        and groups are no one provider, and who owes has no volume.

with summed as (
    select
        card.card,
        card.definition,
        total_cell.period_key,
        cell.period_key as reported_key,
        provider_cell.provider_key,
        sum(provider_cell.amount)::hugeint as amount,
    from card
    join period on period.measure = card.measure
    join total_cell
        on total_cell.period_key = period.period_key
        and total_cell.place = card.place
        and total_cell.area = card.area
        and total_cell.agreement = card.agreement
    join counted_in using (total_key)
    join cell on cell.cell_key = counted_in.cell_key
    join provider_cell on provider_cell.cell_key = cell.cell_key
    group by all
),

held as (
    select
        summed.card,
        summed.period_key,
        summed.provider_key,
        pattern_sector.sector,
        sum(summed.amount)::hugeint as amount,
    from summed
    join provider_identity using (provider_key)
    join provider_course using (provider_key)
    join course_outcome
        on course_outcome.course_id = provider_course.course_id
        and course_outcome.period_key = summed.reported_key
    join pattern_sector using (definition, pattern_id)
    where provider_identity.provider_kind <> 'group'
        and provider_identity.mask is null
    group by all
    having sum(summed.amount) > 0
)

select
    card,
    period_key,
    sector,
    millionths(sum(amount) * sum(amount), sum(
        amount * amount
    ))::bigint as effective_providers,
from held
group by all
