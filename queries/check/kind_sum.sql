-- kind_sum: cells whose kinds of idéburna do not sum to the idéburen amount.
--
-- in:       kind, share, share_kind
-- grain:    definition, period_key, place, area, agreement
-- why:      a kind is a part of the sector and never more or less than it. A
--           workspace without rules for kinds has none.
-- severity: error
-- hint:     this is an error in tresektor itself; keep the workspace and report
--           it

with summed as (
    select
        definition,
        period_key,
        place,
        area,
        agreement,
        sum(amount)::bigint as of_kinds,
    from share_kind
    group by all
)

select
    share.definition,
    share.period_key,
    share.measure,
    share.period,
    share.place,
    share.area,
    share.agreement,
    share.amount,
    coalesce(summed.of_kinds, 0) as of_kinds,
from share
left join summed using (definition, period_key, place, area, agreement)
where share.sector = 'ideburen'
    and share.amount <> coalesce(summed.of_kinds, 0)
    and exists (select 1 from kind)
