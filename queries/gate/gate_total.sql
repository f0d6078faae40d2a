-- gate_total: totals that stand still while their parts move.
--
-- in:    gate_judged, gate_limit
-- grain: cell
-- why:   method 5: a total carried forward, or typed over (86 milliards in both
--        2021 and 2022, while the private part rose from 56 to 60). Where no
--        sector moves gate_twice tells.
-- hint:  look at the total in both of the publisher's files

select
    case
        when max(gate_judged.providers) < max(gate_limit.few_providers)
            then 'warn'
        else 'block'
    end as severity,
    cell_text(
        measure,
        definition,
        earlier_period || ' ' || later_period,
        place,
        area,
        agreement,
        ''
    ) as cell,
    'amount' as unit,
    0::bigint as decimals,
    max(later_total)::bigint as now,
    max(earlier_total)::bigint as previous,
    0::bigint as difference,
    null::bigint as threshold,
    string_agg(distinct sector, ' ' order by sector) as cause,
    '' as provider_id,
    '' as name,
    null::bigint as effect,
from gate_judged
cross join gate_limit
where earlier_total = later_total
    and change <> 0
    and earlier_total > 0
group by
    measure, definition, earlier_period, later_period, place, area, agreement
