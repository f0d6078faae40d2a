-- year_state: how much of each year that is summed from months is in.
--
-- in:    load, period, provider_period
-- grain: period_key
-- why:   method 3. A month is in when all that deliver of the year have it: a
--        source, or each of several files that a source has for a month. One
--        with more after its month (2024-03-kredit) adds to it, where the
--        source has a file without: the year does not wait for it, and it makes
--        no month in. A file that names its month has it, also when nothing was
--        bought in it, and no other, whatever rows of others it has; of a file
--        of a whole year, or of a quarter or a third of one, only the months
--        that have rows are in. The year is preliminary until all twelve are
--        in, and the February after it. months_text tells which: one that is
--        not in, but has rows, is marked. first_date is the reference date of
--        the first of them.

with delivery as (
    select
        load_id,
        source,
        regexp_replace(
            partition,
            '^[0-9]{4}(-(0[1-9]|1[0-2]|(q|k|kv|kvartal|t|tertial)-?[1-4]\b))?',
            '', 'i'
        ) as suffix,
        nullif(regexp_extract(
            partition, '^([0-9]{4}-(0[1-9]|1[0-2]))([^0-9]|$)', 1
        ), '') as month,
    from load
),

reported as (
    select distinct
        period.counted_key,
        period.measure,
        period.period,
        period.reported as month,
        delivery.source,
        delivery.suffix,
        delivery.month is null as is_in,
    from provider_period
    join delivery using (load_id)
    join period using (period_key)
    where period.reported <> period.period
),

deliverer as (
    select
        *,
        suffix <> '' and bool_or(suffix = '') over (
            partition by counted_key, source
        ) as is_addition,
    from (
        select distinct
            counted_key,
            measure,
            period,
            source,
            suffix,
        from reported
    )
),

month_state as (
    select
        year.counted_key,
        year.period,
        present.month,
        count(distinct (year.source, year.suffix))
            filter (present.is_in and not year.is_addition)
            = max(year.deliverers) as is_in,
    from (
        select
            *,
            count(*) filter (not is_addition) over (
                partition by counted_key
            ) as deliverers,
        from deliverer
    ) as year
    join (
        select measure, source, suffix, month, is_in
        from reported
        union
        select measure, source, suffix, delivery.month, true
        from (select distinct measure, source, suffix from deliverer)
        join delivery using (source, suffix)
        where delivery.month is not null
    ) as present
        using (measure, source, suffix)
    where present.month[:4] = year.period
        or present.month = (year.period::integer + 1) || '-02'
    group by all
)

select
    counted_key as period_key,
    count(*) filter (is_in and month[:4] = period) as months,
    coalesce(bool_or(is_in) filter (month[:4] > period), false)
        as has_february,
    months < 12 or not has_february as is_preliminary,
    string_agg(month[6:] || case when is_in then '' else '?' end, ' '
        order by month) filter (month[:4] = period) as months_text,
    last_day((min(month) filter (month[:4] = period) || '-01')::date)
        as first_date,
from month_state
group by counted_key, period
