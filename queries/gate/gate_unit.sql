-- gate_unit: volumes that are ten, a hundred or a thousand times the last.
--
-- in:    gate_limit, source_step
-- grain: cell
-- why:   method 5: kronor for thousands of kronor, millions for milliards. The
--        number of providers does not follow a unit; where it does the file
--        really has become another one.
-- hint:  look at the unit in the head of the source's file and at the column's
--        type in the manifest

with factor as (
    select unnest([10, 100, 1000]) as times
),

judged as (
    select
        source_step.*,
        factor.times,
        gate_limit.few_providers,
        gate_limit.unit_ratio,
        greatest(amount, last_amount)::hugeint as larger,
        least(amount, last_amount)::hugeint * factor.times as raised,
    from source_step
    cross join factor
    cross join gate_limit
    where source_step.amount > 0 and source_step.last_amount > 0
)

select
    case
        when greatest(providers, last_providers) < few_providers then 'warn'
        else 'block'
    end as severity,
    'source=' || source || ' '
        || cell_text(measure, '', period, '', '', '', '') as cell,
    'amount' as unit,
    0::bigint as decimals,
    amount as now,
    last_amount as previous,
    amount - last_amount as difference,
    null::bigint as threshold,
    'times ' || case when amount < last_amount then '1/' else '' end
        || times as cause,
    '' as provider_id,
    '' as name,
    null::bigint as effect,
from judged
where abs(larger - raised) * 1000000 <= raised * unit_ratio
