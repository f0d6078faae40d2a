-- backing: the idéburna organisations behind each card's latest number.
--
-- in:    card, card_total, cell, counted_in, headline, ideburen_course,
--        listed_organisation, name, period, provider_cell, provider_course,
--        provider_identity
-- grain: card, definition, provider_id
-- why:   a number of few organisations is checked by reading who they are.
--        Names without volumes, so that protected measures can have them too.
--        Organisations only: the headline counts providers that may not be
--        named as well.

with dated as (
    select distinct
        headline.card,
        headline.period_key,
        period.from_date,
    from headline
    join period using (period_key)
    where headline.symbol = ''
),

latest as (
    select
        card,
        period_key,
    from dated
    where (card, from_date) in (
        select (card, max(from_date)) from dated group by card
    )
),

behind as (
    select distinct
        card_total.card,
        card_total.period_key,
        cell.period_key as reported_key,
        provider_cell.provider_key,
    from latest
    join card_total using (card, period_key)
    join counted_in using (total_key)
    join cell on cell.cell_key = counted_in.cell_key
    join provider_cell on provider_cell.cell_key = cell.cell_key
    semi join listed_organisation using (provider_key)
)

select
    behind.card,
    card.definition,
    period.period,
    provider_identity.provider_id,
    coalesce(name.name, '') as name,
from behind
join card using (card)
join period using (period_key)
join provider_course using (provider_key)
semi join ideburen_course
    on ideburen_course.course_id = provider_course.course_id
    and ideburen_course.period_key = behind.reported_key
    and ideburen_course.definition = card.definition
join provider_identity using (provider_key)
left join name using (provider_key)
group by
    behind.card, card.sort, card.definition, period.period,
    provider_identity.provider_id, coalesce(name.name, '')
order by card.sort, provider_identity.provider_id
