-- gate_development: shares that have moved more than care usually does.
--
-- in:    gate_cause, gate_judged, gate_limit, gate_secret
-- grain: cell
-- why:   method 5: beyond 0.3 points and beyond a tenth of the level. Where one
--        cause explains at least half of it the reason is known and is printed;
--        of what was received under secrecy without whose it is.
-- hint:  run tresektor explain cell on both periods, and look at the source's
--        file; if the care has changed so much, acknowledge the finding

select
    case
        when abs(gate_cause.effect) * 1000000
            >= abs(gate_judged.change) * gate_limit.cause_ratio
            and sign(gate_cause.effect) = sign(gate_judged.change)
            then 'warn'
        when gate_judged.providers < gate_limit.few_providers then 'warn'
        else 'block'
    end as severity,
    cell_text(
        gate_judged.measure,
        gate_judged.definition,
        gate_judged.earlier_period || ' ' || gate_judged.later_period,
        gate_judged.place,
        gate_judged.area,
        gate_judged.agreement,
        gate_judged.sector
    ) || ' card=' || gate_judged.card as cell,
    'share' as unit,
    6::bigint as decimals,
    gate_judged.later_share as now,
    gate_judged.earlier_share as previous,
    gate_judged.change as difference,
    greatest(
        gate_limit.development_points,
        gate_judged.earlier_share * gate_limit.development_ratio // 1000000
    ) as threshold,
    coalesce(gate_cause.cause, '') as cause,
    case when gate_secret.measure is null
        then coalesce(gate_cause.provider_id, '') else '' end as provider_id,
    case when gate_secret.measure is null
        then coalesce(gate_cause.name, '') else '' end as name,
    case when gate_secret.measure is null then gate_cause.effect end as effect,
from gate_judged
cross join gate_limit
left join gate_cause using (card, earlier_key, later_key, sector)
left join gate_secret using (measure)
where abs(gate_judged.change) > threshold
