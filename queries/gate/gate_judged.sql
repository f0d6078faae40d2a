-- gate_judged: developments of the cards' shares that are not published yet.
--
-- in:    card, change, headline, last_headline, year_state
-- grain: card, earlier_key, later_key, sector
-- why:   method 5. A development that has been published has been looked at: it
--        would stop every night. A card that the last edition did not show, or
--        showed under another definition, has nothing to be compared with. The
--        providers of the larger of the two periods count: half a file must
--        not make a cell too small to block. A preliminary year is judged
--        again when it has other months, and when it is final.

with shown as (
    select distinct
        measure,
        definition,
        place,
        area,
        agreement,
        period,
        months,
        coalesce(is_preliminary, false) as is_preliminary,
    from last_headline
),

counted as (
    select
        card,
        period_key,
        sum(providers)::bigint as providers,
    from headline
    group by all
)

select
    card.card,
    card.definition,
    card.measure,
    card.place,
    card.area,
    card.agreement,
    change.earlier_key,
    change.later_key,
    change.earlier_period,
    change.later_period,
    change.is_break,
    change.sector,
    change.earlier_amount,
    change.earlier_total,
    change.later_total,
    change.earlier_share,
    change.later_share,
    change.change,
    greatest(earlier.providers, later.providers) as providers,
from change
join card using (definition, measure, place, area, agreement)
join counted as earlier
    on earlier.card = card.card
    and earlier.period_key = change.earlier_key
join counted as later
    on later.card = card.card
    and later.period_key = change.later_key
semi join shown using (measure, definition, place, area, agreement)
left join shown as before
    on before.measure = card.measure
    and before.definition = card.definition
    and before.place = card.place
    and before.area = card.area
    and before.agreement = card.agreement
    and before.period = change.earlier_period
left join shown as after
    on after.measure = card.measure
    and after.definition = card.definition
    and after.place = card.place
    and after.area = card.area
    and after.agreement = card.agreement
    and after.period = change.later_period
left join year_state on year_state.period_key = change.later_key
where not change.is_span
    and change.change is not null
    and change.sector in ('public', 'private', 'ideburen')
    and (
        before.period is null
        or after.period is null
        or after.months is distinct from year_state.months
        or after.is_preliminary and not year_state.is_preliminary
    )
