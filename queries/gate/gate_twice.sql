-- gate_twice: files loaded twice, or a year that is the year before.
--
-- in:    cell, delivery_twin, gate_limit, last_source_period, load, period,
--        provider_cell
-- grain: cell
-- why:   method 5. The same bytes twice are refused when they are taken; the
--        same numbers in another file are told here. Numbers carried forward
--        for want of new ones are no count of the later period (286 companies
--        in every year of 2016–2020). Within one period nothing is compared
--        with the last edition: there it is wrong whenever it is seen.
-- hint:  look at whether the publisher has new numbers for the period; if not,
--        take the file away

with wanted as (
    select
        one_load as load_id,
        one_key as period_key,
    from delivery_twin
    union
    select
        other_load,
        other_key,
    from delivery_twin
),

summed as (
    select
        provider_cell.load_id,
        cell.period_key,
        count(distinct provider_cell.provider_key) as providers,
        sum(hash(
            cell.place,
            cell.area,
            cell.agreement,
            provider_cell.provider_key,
            provider_cell.amount
        )::hugeint) as contents,
    from provider_cell
    join cell using (cell_key)
    semi join wanted
        on wanted.load_id = provider_cell.load_id
        and wanted.period_key = cell.period_key
    group by all
)

select
    case when one.providers < gate_limit.few_providers then 'warn'
        else 'block' end as severity,
    cell_text(
        later.measure,
        '',
        case when one_key = other_key then later.reported
            else earlier.reported || ' ' || later.reported end,
        '', '', '', ''
    ) || ' file=' || one_load.file || ' file=' || other_load.file as cell,
    'rows' as unit,
    0::bigint as decimals,
    delivery_twin.rows as now,
    delivery_twin.rows as previous,
    0::bigint as difference,
    null::bigint as threshold,
    'every amount is the same' as cause,
    '' as provider_id,
    '' as name,
    null::bigint as effect,
from delivery_twin
cross join gate_limit
join summed as one
    on one.load_id = delivery_twin.one_load
    and one.period_key = delivery_twin.one_key
join summed as other
    on other.load_id = delivery_twin.other_load
    and other.period_key = delivery_twin.other_key
    and other.contents = one.contents
join period as earlier on earlier.period_key = delivery_twin.one_key
join period as later on later.period_key = delivery_twin.other_key
join load as one_load on one_load.load_id = delivery_twin.one_load
join load as other_load on other_load.load_id = delivery_twin.other_load
left join last_source_period as known
    on known.source = other_load.source
    and known.measure = later.measure
    and known.period = later.reported
where delivery_twin.one_key = delivery_twin.other_key
    or known.period is null
        and other_load.source in (
            select last_source_period.source from last_source_period
        )
