-- share: the published shares, in published order.
--
-- in:    first_after_break, measure, share, year_state
-- grain: definition, measure, period, place, area, agreement, sector
-- why:   the order is the order of the codes' bytes, so that it is the same
--        everywhere; pages collate for themselves.

select
    share.definition,
    share.measure,
    share.period,
    share.place,
    share.area,
    share.agreement,
    share.sector,
    share.amount,
    share.total,
    share.share,
    share.low,
    share.high,
    share.low_known,
    share.high_known,
    share.high_presumed,
    share.share_known,
    share.presumed,
    share.stated,
    share.carried,
    share.contested,
    share.hidden_units,
    share.open_units,
    share.providers,
    share.places_present,
    share.places_listed,
    first_after_break.period_key is not null as is_break,
    year_state.months,
    coalesce(year_state.is_preliminary, false) as is_preliminary,
    share.symbol,
    share.note,
    measure.decimals,
from share
join measure using (measure)
left join first_after_break
    on first_after_break.period_key = share.period_key
left join year_state on year_state.period_key = share.period_key
order by
    share.measure, share.definition, share.period, share.place, share.area,
    share.agreement, share.sector
