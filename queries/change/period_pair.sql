-- period_pair: the pairs of periods between which development is told.
--
-- in:    period, series_break, year_state
-- grain: earlier_key, later_key
-- why:   method 4. A period is compared with the one before it of the same
--        measure and kind, a month with the same month of an earlier year: a
--        change from January to February is mostly the season. The first and
--        the last of them are a pair too (is_span), because that is what a
--        reader of a series asks for. A year of months is compared with one
--        that has the same months: one that lacks months never with a whole
--        one, and one with a month that is there in part with none. A break
--        within a year of months is before it and after it: it is counted in
--        both ways.

with series as (
    select
        *,
        case
            when year_state.months is not null then year_state.months_text
            when period_kind = 'month' then period.period[6:]
            else ''
        end as season,
    from period
    left join year_state using (period_key)
    where period.period_key = period.counted_key
        and not contains(coalesce(year_state.months_text, ''), '?')
),

neighbour as (
    select
        series.*,
        lag(period_key) over in_time as before_key,
        first_value(period_key) over in_time as first_key,
        lead(period_key) over in_time is null as is_last,
    from series
    window in_time as (
        partition by measure, period_kind, season
        order by from_date, reference_date, period_key
    )
),

paired as (
    select
        before_key as earlier_key,
        period_key as later_key,
        false as is_span,
    from neighbour
    where before_key is not null
    union all
    select
        first_key as earlier_key,
        period_key as later_key,
        true as is_span,
    from neighbour
    where is_last and first_key <> before_key
)

select
    paired.earlier_key,
    paired.later_key,
    paired.is_span,
    later.measure,
    earlier.period as earlier_period,
    later.period as later_period,
    exists (
        select 1
        from series_break
        where series_break.measure = later.measure
            and series_break.from_date::date
                > coalesce(year_state.first_date, earlier.reference_date)
            and series_break.from_date::date <= later.reference_date
    ) as is_break,
from paired
join period as earlier on earlier.period_key = paired.earlier_key
join period as later on later.period_key = paired.later_key
left join year_state on year_state.period_key = paired.earlier_key
