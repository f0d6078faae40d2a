-- headline: the numbers of the cards, card by card, period by period.
--
-- in:    change, effective_providers, first_after_break, headline, measure,
--        sector, year_state
-- grain: card, period, sector
-- why:   cards in the order of tresektor.yaml, periods in order of time,
--        sectors in the order of their list. The change is that since the
--        period before; since the first it is in the table change.

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
    coalesce(change.earlier_period, '') as earlier_period,
    change.change,
    change.change_low,
    change.change_high,
    effective_providers.effective_providers,
    first_after_break.period_key is not null as is_break,
    year_state.months,
    coalesce(year_state.is_preliminary, false) as is_preliminary,
    headline.symbol,
    headline.note,
    measure.decimals,
from headline
join measure using (measure)
left join first_after_break
    on first_after_break.period_key = headline.period_key
left join year_state on year_state.period_key = headline.period_key
join sector on sector.code = headline.sector
left join change
    on change.definition = headline.definition
    and change.later_key = headline.period_key
    and change.place = headline.place
    and change.area = headline.area
    and change.agreement = headline.agreement
    and change.sector = headline.sector
    and not change.is_span
left join effective_providers
    on effective_providers.card = headline.card
    and effective_providers.period_key = headline.period_key
    and effective_providers.sector = headline.sector
order by headline.sort, headline.from_date, headline.period, sector.sort
