-- first_after_break: the first period after each break of a series.
--
-- in:    period, series_break, year_state
-- grain: period_key
-- why:   a reader must not compare across it, in whatever format the row is
--        read. Every later period can be compared with this one. A break before
--        the first period that is there breaks nothing. A year of months that
--        is counted in both ways is no more like the year after it.

with in_time as (
    select
        period_key,
        measure,
        reference_date,
        lag(coalesce(year_state.first_date, reference_date)) over (
            partition by measure, period_kind
            order by from_date, reference_date, period_key
        ) as before_date,
    from period
    left join year_state using (period_key)
    where period_key = counted_key
)

select in_time.period_key
from in_time
semi join series_break
    on series_break.measure = in_time.measure
    and series_break.from_date::date > in_time.before_date
    and series_break.from_date::date <= in_time.reference_date
