-- measure_period: periods of measures that this load is the first to report.
--
-- in:    measure_period, volume_part
-- into:  measure_period
-- grain: period_key
-- why:   as provider. A period with another reference date is another row, and
--        the check one_reference_date stops it.

with reported as (
    select distinct
        measure,
        period,
        reference_date,
    from volume_part
    where drop_reason is null
)

select
    (
        (select coalesce(max(known.period_key), 0) from measure_period as known)
        + row_number() over (
            order by
                reported.measure, reported.period, reported.reference_date
        )
    )::integer as period_key,
    reported.measure,
    reported.period,
    reported.reference_date,
from reported
left join measure_period
    on measure_period.measure = reported.measure
    and measure_period.period = reported.period
    and measure_period.reference_date
        is not distinct from reported.reference_date
where measure_period.period_key is null
