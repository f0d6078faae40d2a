-- history_period: the histories and periods for which a sector is needed.
--
-- in:    moment, period, provider_history, provider_period
-- grain: history_id, period_key
-- why:   a sector is decided where there is volume and nowhere else, at the
--        reference date of the volume's own period.

select
    needed.history_id,
    needed.period_key,
    first.moment_id as from_moment,
    counted.moment_id as reference_moment,
    last.moment_id as to_moment,
from (
    select distinct
        provider_history.history_id,
        provider_period.period_key,
    from provider_period
    join provider_history using (provider_key)
) as needed
join period using (period_key)
join moment as first on first.day = period.from_date
join moment as counted on counted.day = period.reference_date
join moment as last on last.day = period.to_date
