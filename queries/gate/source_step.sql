-- source_step: what each source reports of a period, and what it did before.
--
-- in:    last_source_period, reported_pair, source_period
-- grain: source, measure, period
-- why:   a period that the last edition had is compared with itself, a new one
--        with the period before it: a source that grows by a year has not
--        doubled. What has been published is not judged again.

with known as (
    select distinct source
    from last_source_period
),

same as (
    select
        last_source_period.source,
        last_source_period.measure,
        last_source_period.period,
        last_source_period.period as compared_with,
        source_period.amount,
        source_period.providers,
        last_source_period.amount as last_amount,
        last_source_period.providers as last_providers,
    from last_source_period
    left join source_period using (source, measure, period)
),

new as (
    select
        later.source,
        later.measure,
        later.period,
        earlier.period as compared_with,
        later.amount,
        later.providers,
        earlier.amount as last_amount,
        earlier.providers as last_providers,
    from source_period as later
    semi join known using (source)
    anti join last_source_period using (source, measure, period)
    join reported_pair on reported_pair.later_key = later.period_key
    join source_period as earlier
        on earlier.period_key = reported_pair.earlier_key
        and earlier.source = later.source
)

select * from same
union all
select * from new
