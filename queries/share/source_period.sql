-- source_period: what each source reports of each measure in each period.
--
-- in:    cell, load, period, provider_cell, provider_period
-- grain: source, period_key
-- why:   what a source delivers of a period is compared with what it delivered
--        before, so that half a file is not taken for half the care. Several
--        files of one period are one delivery. Of a year of months each month
--        is told.

with delivered as (
    select
        load.source,
        cell.period_key,
        sum(provider_cell.amount) as amount,
        sum(provider_cell.hidden_units) as hidden_units,
    from provider_cell
    join load using (load_id)
    join cell using (cell_key)
    group by all
),

present as (
    select
        source,
        period_key,
        count(*) as providers,
    from (
        select distinct
            load.source,
            provider_period.period_key,
            provider_period.provider_key,
        from provider_period
        join load using (load_id)
    )
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
