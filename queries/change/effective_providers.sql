-- effective_providers: on how many equal providers each card's sectors rest.
--
-- in:    card, counted_in, course_outcome, pattern_sector, period,
--        provider_cell, provider_course, provider_identity, total_cell
-- grain: card, period_key, sector
-- why:   the inverse of the Herfindahl index of volumes, in millionths of a
--        provider: of a hundred providers of which one has nearly all, it is
--        one. A share that rests on few changes when one of them does. Masks
--        and groups are no one provider, and who owes has no volume.

with held as (
    select
        card.card,
        card.definition,
        total_cell.period_key,
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
    join provider_cell using (cell_key)
    group by all
    having sum(provider_cell.amount) > 0
)

select
    held.card,
    held.period_key,
    pattern_sector.sector,
    millionths(sum(held.amount) * sum(held.amount), sum(
        held.amount * held.amount
    ))::bigint as effective_providers,
from held
join provider_identity using (provider_key)
join provider_course using (provider_key)
join course_outcome using (course_id, period_key)
join pattern_sector using (definition, pattern_id)
where provider_identity.provider_kind <> 'group'
    and provider_identity.mask is null
group by all
