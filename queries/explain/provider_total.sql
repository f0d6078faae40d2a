-- provider_total: one provider's volume and the whole that it is a part of.
--
-- in:    agreement_ancestor, area_ancestor, place_ancestor, volume
-- grain: measure, period, place, area, agreement
-- why:   the whole is all that was reported under the same roots of places,
--        areas and agreements: Sweden and Scotland, and payments and grants,
--        are never added. Parameters: the identifier.

with own as (
    select distinct
        measure,
        period,
    from volume
    where provider_id = $1
),

counted as (
    select
        volume.measure,
        volume.period,
        volume.place,
        volume.area,
        volume.agreement,
        volume.decimals,
        sum(volume.amount) as total,
        sum(volume.amount) filter (volume.provider_id = $1) as amount,
    from volume
    semi join own using (measure, period)
    group by all
)

select
    counted.measure,
    counted.period,
    place_ancestor.ancestor as place,
    area_ancestor.ancestor as area,
    agreement_ancestor.ancestor as agreement,
    sum(counted.amount)::bigint as amount,
    sum(counted.total)::bigint as total,
    counted.decimals,
from counted
join place_ancestor
    on place_ancestor.measure = counted.measure
    and place_ancestor.place = counted.place
    and place_ancestor.is_root
join area_ancestor
    on area_ancestor.measure = counted.measure
    and area_ancestor.area = counted.area
    and area_ancestor.is_root
join agreement_ancestor
    on agreement_ancestor.measure = counted.measure
    and agreement_ancestor.agreement = counted.agreement
    and agreement_ancestor.is_root
group by all
having sum(counted.amount) is not null
order by all
