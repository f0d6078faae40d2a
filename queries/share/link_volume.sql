-- link_volume: how much volume rests on linking suppliers by name.
--
-- in:    cell, link, period, provider_cell, provider_identity
-- as:    view
-- grain: counted_key, status
-- why:   what the program linked, what people linked, what waits for them and
--        what nobody knows are four different kinds of certainty. Volume of
--        suppliers with a number of their own is the rest.

select
    period.counted_key,
    period.measure,
    period.period,
    case
        when link.status is not null then link.status
        when provider_identity.provider_kind = 'named' then 'unlinked'
        else 'not_by_name'
    end as status,
    sum(provider_cell.amount)::bigint as amount,
    count(distinct provider_cell.provider_key) as providers,
from provider_cell
join cell using (cell_key)
join period using (period_key)
join provider_identity using (provider_key)
left join link using (provider_id)
group by all
