-- gate_source: sources whose volume or providers have fallen or risen too much.
--
-- in:    gate_limit, load, source_step
-- grain: cell
-- why:   method 5: half a file looks like half the care. A source that nobody
--        reads any more was taken out of the workspace, and says so. Another
--        unit is told by gate_unit.
-- hint:  compare the source's file with the one before it; table source_period
--        has both numbers

with measured as (
    select
        *,
        'amount' as unit,
        amount as now,
        last_amount as previous,
    from source_step
    union all
    select
        *,
        'providers',
        providers,
        last_providers,
    from source_step
),

judged as (
    select
        measured.*,
        gate_limit.few_providers,
        measured.source not in (select load.source from load) as is_removed,
        case when coalesce(now, 0) < previous
            then previous * (1000000 - gate_limit.source_fall)::hugeint
            else previous * (1000000 + gate_limit.source_rise)::hugeint
        end // 1000000 as threshold,
        list_aggregate(list_transform(
            [10, 100, 1000],
            factor -> abs(coalesce(now, 0)::hugeint * factor - previous)
                    * 1000000 <= abs(previous)::hugeint * gate_limit.unit_ratio
                or abs(coalesce(now, 0) - previous::hugeint * factor) * 1000000
                    <= abs(previous)::hugeint * factor * gate_limit.unit_ratio
        ), 'bool_or') as is_slip,
    from measured
    cross join gate_limit
    where measured.previous > 0
)

select
    case
        when is_removed then 'warn'
        when greatest(providers, last_providers) < few_providers then 'warn'
        else 'block'
    end as severity,
    'source=' || source || ' '
        || cell_text(measure, '', period, '', '', '', '')
        || ' unit=' || unit as cell,
    unit,
    0::bigint as decimals,
    now,
    previous,
    coalesce(now, 0) - previous as difference,
    threshold::bigint as threshold,
    case
        when is_removed then 'source_removed'
        when now is null then 'period_gone'
        when compared_with <> period then 'since ' || compared_with
        else ''
    end as cause,
    '' as provider_id,
    '' as name,
    null::bigint as effect,
from judged
where not (is_slip and unit = 'amount' and now is not null)
    and case when coalesce(now, 0) < previous
        then coalesce(now, 0) < threshold else now > threshold end
