-- gate_zero: cells whose idéburna are gone while the private took as much over.
--
-- in:    card, gate_limit, last_source_period, period, period_pair, share
-- grain: cell
-- why:   method 5: a publisher that stops telling the two apart writes a nought
--        and puts all among the private (Italy's hospitals in 2020). Zero is
--        then not a number but a missing one. Cells of few providers are not
--        told, but those of the cards: one school can close.
-- hint:  ask the publisher whether the sector is still told apart; where it is
--        not, the source has two sectors from that period on, and its manifest
--        and SQL should say so

with pair as (
    select period_pair.*
    from period_pair
    semi join last_source_period
        on last_source_period.measure = period_pair.measure
    semi join (
        select period.counted_key
        from period
        anti join last_source_period as known
            on known.measure = period.measure
            and known.period = period.reported
    ) as new on new.counted_key = period_pair.later_key
    where not period_pair.is_span
),

wide as (
    select
        definition,
        period_key,
        place,
        area,
        agreement,
        max(amount) filter (sector = 'ideburen') as ideburen,
        max(amount) filter (sector = 'private') as private,
        sum(providers)::bigint as providers,
    from share
    where symbol = ''
        and (
            period_key in (select pair.earlier_key from pair)
            or period_key in (select pair.later_key from pair)
        )
    group by all
),

taken_over as (
    select
        pair.*,
        later.definition,
        later.place,
        later.area,
        later.agreement,
        later.ideburen as now,
        earlier.ideburen as previous,
        later.private - earlier.private as risen,
        greatest(earlier.providers, later.providers) as larger_providers,
    from pair
    join wide as later on later.period_key = pair.later_key
    join wide as earlier
        on earlier.period_key = pair.earlier_key
        and earlier.definition = later.definition
        and earlier.place = later.place
        and earlier.area = later.area
        and earlier.agreement = later.agreement
    where now = 0 and previous > 0 and risen >= previous
)

select
    case when larger_providers < gate_limit.few_providers then 'warn'
        else 'block' end as severity,
    cell_text(
        measure,
        definition,
        earlier_period || ' ' || later_period,
        place,
        area,
        agreement,
        'ideburen'
    ) as cell,
    'amount' as unit,
    0::bigint as decimals,
    now,
    previous,
    now - previous as difference,
    null::bigint as threshold,
    'private rose by ' || risen as cause,
    '' as provider_id,
    '' as name,
    null::bigint as effect,
from taken_over
cross join gate_limit
where larger_providers >= gate_limit.few_providers
    or (measure, definition, place, area, agreement) in (
        select (
            card.measure, card.definition, card.place, card.area, card.agreement
        )
        from card
    )
