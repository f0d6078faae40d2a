-- measure_period: every period of every measure that occurs.
--
-- in:    none
-- grain: period_key
-- why:   as provider: a number for a pair of texts.

select
    null::integer as period_key,
    null::varchar as measure,
    null::varchar as period,
    null::date as reference_date,
where false
