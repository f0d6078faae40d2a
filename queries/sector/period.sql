-- period: each measure's periods with their days and their reference date.
--
-- in:    measure, measure_period, provider_period
-- grain: period_key
-- why:   the sector that counts is the one on the reference date: the counting
--        day of a stock, the last day of a flow. A school year runs from
--        1 July to 30 June, so its counting day 15 October is in its first
--        calendar year; a month without the counting day is counted on its
--        last. A date stated by the source itself comes first. Periods of
--        loads that have been replaced have no providers and are left out. A
--        year of months is one period with a reference date for each month:
--        reported is the month, and counted_key the period in whose totals it
--        is counted, which is the year's last month that has volume. Any other
--        period is counted in itself.

with parsed as (
    select
        measure_period.*,
        measure.reference_kind,
        measure.reference_day,
        coalesce(measure.is_year_of_months, false)
            and regexp_full_match(period, '[0-9]{4}-[0-9]{2}') as is_of_year,
        case
            when regexp_full_match(period, '[0-9]{4}') then 'year'
            when regexp_full_match(period, '[0-9]{4}/[0-9]{2}')
                then 'school_year'
            when regexp_full_match(period, '[0-9]{4}-[0-9]{2}') then 'month'
            else 'day'
        end as period_kind,
    from measure_period
    join measure using (measure)
    where measure_period.period_key in (
        select provider_period.period_key from provider_period
    )
),

started as (
    select
        *,
        case period_kind
            when 'year' then strptime(period, '%Y')
            when 'school_year' then strptime(period[:4] || '-07', '%Y-%m')
            when 'month' then strptime(period, '%Y-%m')
            else strptime(period, '%Y-%m-%d')
        end::date as from_date,
    from parsed
),

bounded as (
    select
        *,
        (from_date + case period_kind
            when 'month' then interval 1 month
            when 'day' then interval 1 day
            else interval 1 year
        end)::date as to_date,
    from started
),

counted as (
    select
        *,
        strptime(year(from_date)::text || '-' || reference_day, '%Y-%m-%d')
            ::date as first_date,
        case
            when first_date < from_date
                then (first_date + interval 1 year)::date
            else first_date
        end as counting_date,
    from bounded
)

select
    period_key,
    measure,
    case when is_of_year then period[:4] else period end as period,
    case when is_of_year then 'year' else period_kind end as period_kind,
    case when is_of_year then date_trunc('year', from_date) else from_date
    end::date as from_date,
    case when is_of_year
        then date_trunc('year', from_date) + interval 1 year
        else to_date
    end::date as to_date,
    coalesce(
        reference_date,
        case
            when reference_kind = 'stock' and counting_date < to_date
                then counting_date
            else to_date - 1
        end
    ) as reference_date,
    period as reported,
    case when is_of_year then first_value(period_key) over (
        partition by measure, is_of_year, year(from_date)
        order by from_date desc, period_key
    ) else period_key end as counted_key,
from counted
