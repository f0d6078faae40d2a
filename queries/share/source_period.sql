-- source_period: what each source reports of each measure in each period.
--
-- in:    cell, load, period, provider_cell, provider_period
-- grain: source, period_key
-- why:   what a source delivers of a period is compared with what it delivered
--        before, so that half a file is not taken for half the care. Several
--        files of one period are one delivery, and only there can a provider
--        be twice. Of a year of months each month is told.

with delivered as (
    select
        load.source,
        cell.period_key,
        sum(counted.amount) as amount,
        sum(counted.hidden_units) as hidden_units,
    from (
        select
            load_id,
            cell_key,
            sum(amount) as amount,
            sum(hidden_units) as hidden_units,
        from provider_cell
        group by all
    ) as counted
    join load using (load_id)
    join cell using (cell_key)
    group by all
),

listed as (
    select
        load.source,
        provider_period.period_key,
        provider_period.load_id,
        count(*) as providers,
    from provider_period
    join load using (load_id)
    group by all
),

several as (
    select
        source,
        period_key,
    from listed
    group by all
    having count(*) > 1
),

present as (
    select
        source,
        period_key,
        providers,
    from listed
    anti join several using (source, period_key)
    union all
    select
        load.source,
        provider_period.period_key,
        count(distinct provider_period.provider_key) as providers,
    from provider_period
    join load using (load_id)
    semi join several
        on several.source = load.source
        and several.period_key = provider_period.period_key
    group by all
)

select
    delivered.source,
    period_key,
    period.measure,
    period.reported as period,
    delivered.amount::bigint as amount,
    delivered.hidden_units::bigint as hidden_units,
    present.providers,
from delivered
join present using (source, period_key)
join period using (period_key)
