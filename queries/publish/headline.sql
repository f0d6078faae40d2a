-- headline: the numbers of the cards, card by card, period by period.
--
-- in:    headline, measure, sector
-- grain: card, period, sector
-- why:   cards in the order of tresektor.yaml, periods in order of time,
--        sectors in the order of their list.

select
    headline.card,
    headline.definition,
    headline.measure,
    headline.period,
    headline.reference_date,
    headline.place,
    headline.area,
    headline.agreement,
    headline.sector,
    headline.amount,
    headline.total,
    headline.share,
    headline.low,
    headline.high,
    headline.low_known,
    headline.high_known,
    headline.high_presumed,
    headline.share_known,
    headline.presumed,
    headline.stated,
    headline.carried,
    headline.hidden_units,
    headline.open_units,
    headline.providers,
    headline.spread_low,
    headline.spread_high,
    headline.spread_definitions,
    headline.symbol,
    headline.note,
    measure.decimals,
from headline
join measure using (measure)
join sector on sector.code = headline.sector
order by headline.sort, headline.from_date, headline.period, sector.sort
