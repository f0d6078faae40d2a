-- history_period: the histories and periods for which a sector is needed.
--
-- in:    moment, period, provider_history, provider_period,
--        reversed_provider
-- grain: history_id, period_key
-- why:   a sector is decided where there is volume and nowhere else, at the
--        reference date of the volume's own period. One that only a reversed
--        decision gives rise to is not counted: see reversed_provider.

select
    needed.history_id,
    needed.period_key,
    first.moment_id as from_moment,
    counted.moment_id as reference_moment,
    last.moment_id as to_moment,
    needed.is_counted,
from (
    select
        provider_history.history_id,
        asked.period_key,
        bool_or(asked.is_counted) as is_counted,
    from (
        select
            provider_period.provider_key,
            provider_period.period_key,
            true as is_counted,
        from provider_period
        union all
        select
            reversed_provider.reversed_key,
            provider_period.period_key,
            false as is_counted,
        from reversed_provider
        join provider_period using (provider_key)
    ) as asked
    join provider_history using (provider_key)
    group by all
) as needed
join period using (period_key)
join moment as first on first.day = period.from_date
join moment as counted on counted.day = period.reference_date
join moment as last on last.day = period.to_date
