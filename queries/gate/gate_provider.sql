-- gate_provider: organisations that alone move a share or a sector's volume.
--
-- in:    gate_effect, gate_judged, gate_limit, gate_secret,
--        listed_organisation, name, provider_identity
-- grain: cell
-- why:   method 5: a fifth of a sector's volume, or a tenth of a point of the
--        idéburen share. It is often right and always worth a look. Natural
--        persons and groups are told without a name, and of what was received
--        under secrecy no provider's part is told.
-- hint:  run tresektor explain provider on it: a closure, a merger, a corrected
--        row, or a number in another unit

with moved as (
    select
        gate_judged.*,
        gate_effect.cause,
        gate_effect.provider_key,
        gate_effect.own_before,
        gate_effect.own_after,
        millionths(gate_effect.numerator, gate_effect.denominator) as effect,
    from gate_effect
    join gate_judged using (card, earlier_key, later_key, sector)
    anti join gate_secret using (measure)
)

select
    'warn' as severity,
    cell_text(
        moved.measure,
        moved.definition,
        moved.earlier_period || ' ' || moved.later_period,
        moved.place,
        moved.area,
        moved.agreement,
        moved.sector
    ) || ' card=' || moved.card || ' provider=' || case
        when listed_organisation.provider_key is null
            then 'not listed ' || row_number() over (
                partition by moved.card, moved.earlier_key, moved.later_key,
                    moved.sector, listed_organisation.provider_key is null
                order by moved.effect, provider_identity.provider_id
            )
        else provider_identity.provider_id
    end as cell,
    'share' as unit,
    6::bigint as decimals,
    moved.effect as now,
    null::bigint as previous,
    null::bigint as difference,
    gate_limit.provider_points as threshold,
    moved.cause,
    case when listed_organisation.provider_key is null then ''
        else provider_identity.provider_id end as provider_id,
    case when listed_organisation.provider_key is null then ''
        else coalesce(name.name, '') end as name,
    moved.effect,
from moved
cross join gate_limit
join provider_identity using (provider_key)
left join listed_organisation using (provider_key)
left join name using (provider_key)
where moved.sector = 'ideburen'
        and abs(moved.effect) > gate_limit.provider_points
    or moved.earlier_amount > 0
        and abs(moved.own_after - moved.own_before)::hugeint * 1000000
            > moved.earlier_amount::hugeint * gate_limit.provider_ratio
