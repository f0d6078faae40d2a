-- share_kind: the published shares of kinds, in published order.
--
-- in:    first_after_break, kind, measure, share_kind, year_state
-- grain: definition, measure, period, place, area, agreement, kind
-- why:   kinds in the order of their list.

select
    share_kind.definition,
    share_kind.measure,
    share_kind.period,
    share_kind.place,
    share_kind.area,
    share_kind.agreement,
    share_kind.kind,
    share_kind.amount,
    share_kind.total,
    share_kind.share,
    share_kind.presumed,
    share_kind.stated,
    share_kind.carried,
    share_kind.contested,
    share_kind.hidden_units,
    share_kind.open_units,
    share_kind.providers,
    first_after_break.period_key is not null as is_break,
    year_state.months,
    coalesce(year_state.is_preliminary, false) as is_preliminary,
    share_kind.symbol,
    share_kind.note,
    measure.decimals,
from share_kind
join measure using (measure)
left join first_after_break
    on first_after_break.period_key = share_kind.period_key
left join year_state on year_state.period_key = share_kind.period_key
join kind on kind.code = share_kind.kind
order by
    share_kind.measure, share_kind.definition, share_kind.period,
    share_kind.place, share_kind.area, share_kind.agreement, kind.sort
