-- link_volume: volume by how its suppliers were linked, in published order.
--
-- in:    link_volume, measure
-- grain: measure, period, status
-- why:   only periods in which some supplier has no number are rows.

select
    link_volume.measure,
    link_volume.period,
    link_volume.status,
    link_volume.amount,
    link_volume.providers,
    measure.decimals,
from link_volume
join measure using (measure)
where (link_volume.measure, link_volume.period) in (
    select (named.measure, named.period)
    from link_volume as named
    where named.status <> 'not_by_name'
)
order by link_volume.measure, link_volume.period, link_volume.status
