-- headline: the numbers of each card, sector by sector, period by period.
--
-- in:    card, definition, period, share
-- grain: card, period_key, sector
-- why:   a card names one measure, place, area, agreement and definition, and
--        shows all its periods. Spread is the hull of low and high over the
--        definitions that are applicable and belong to it, and is empty with
--        fewer than two: it says what we mean, the bounds what we do not know.

with chosen as (
    select
        card.card,
        card.sort,
        share.*,
        period.from_date,
        period.reference_date,
        card.definition = share.definition as is_own,
        definition.in_spread,
    from card
    join share using (measure, place, area, agreement)
    join definition on definition.definition = share.definition
    join period using (period_key)
    where card.definition = share.definition or definition.in_spread
),

spread as (
    select
        card,
        period_key,
        sector,
        min(low) as spread_low,
        max(high) as spread_high,
        string_agg(definition, ' ' order by definition) as spread_definitions,
        count(*) as definitions,
    from chosen
    where in_spread and low is not null and high is not null
    group by all
)

select
    chosen.card,
    chosen.sort,
    chosen.definition,
    chosen.measure,
    chosen.period_key,
    chosen.period,
    chosen.from_date,
    chosen.reference_date,
    chosen.place,
    chosen.area,
    chosen.agreement,
    chosen.sector,
    chosen.amount,
    chosen.total,
    chosen.share,
    chosen.low,
    chosen.high,
    chosen.low_known,
    chosen.high_known,
    chosen.high_presumed,
    chosen.share_known,
    chosen.presumed,
    chosen.stated,
    chosen.carried,
    chosen.hidden_units,
    chosen.open_units,
    chosen.providers,
    case when spread.definitions > 1 then spread.spread_low end as spread_low,
    case when spread.definitions > 1 then spread.spread_high end
        as spread_high,
    case when spread.definitions > 1 then spread.spread_definitions else '' end
        as spread_definitions,
    chosen.symbol,
    chosen.note,
from chosen
left join spread using (card, period_key, sector)
where chosen.is_own
