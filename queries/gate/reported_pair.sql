-- reported_pair: the pairs of periods as sources report them.
--
-- in:    period, period_pair
-- grain: earlier_key, later_key
-- why:   what is delivered is compared with what was delivered before. Of a
--        year of months that is each month with the same month of an earlier
--        year, however much of the year is in.

with month as (
    select
        lag(period_key) over (
            partition by measure, reported[6:] order by reference_date
        ) as earlier_key,
        period_key as later_key,
    from period
    where reported <> period
)

select
    earlier_key,
    later_key,
from month
where earlier_key is not null
union all
select
    period_pair.earlier_key,
    period_pair.later_key,
from period_pair
join period on period.period_key = period_pair.later_key
where not period_pair.is_span and period.reported = period.period
