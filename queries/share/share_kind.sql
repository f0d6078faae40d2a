-- share_kind: the idéburen share of each cell by kind of organisation.
--
-- in:    kind_amount, period, provider_again, total_cell, total_sum
-- as:    view
-- grain: definition, period_key, place, area, agreement, kind
-- why:   a dimension below the sector, in a relation of its own so that the
--        five sectors of share still sum to the total. Kinds have no bounds:
--        what is undecided could be of any kind. Only kinds that occur have
--        rows.

select
    kind_amount.definition,
    total_cell.period_key,
    period.measure,
    period.period,
    total_cell.place,
    total_cell.area,
    total_cell.agreement,
    kind_amount.kind,
    kind_amount.amount,
    kind_amount.total::bigint as total,
    case when has_share then millionths(kind_amount.amount, kind_amount.total)
    end as share,
    kind_amount.presumed,
    kind_amount.stated,
    kind_amount.carried,
    kind_amount.contested,
    kind_amount.hidden_units,
    kind_amount.open_units,
    kind_amount.providers - coalesce(provider_again.providers, 0) as providers,
    case when has_share then '' else '.' end as symbol,
    case when has_share then '' else 'negative_part' end as note,
from (
    select
        kind_amount.*,
        total_sum.total,
        total_sum.total > 0 and total_sum.smallest >= 0 as has_share,
    from kind_amount
    join total_sum using (definition, total_key)
) as kind_amount
join total_cell using (total_key)
join period using (period_key)
left join provider_again
    on provider_again.definition = kind_amount.definition
    and provider_again.total_key = kind_amount.total_key
    and provider_again.sector = 'ideburen'
    and provider_again.kind = kind_amount.kind
