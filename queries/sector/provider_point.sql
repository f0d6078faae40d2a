-- provider_point: the providers and periods for which a sector is needed.
--
-- in:    period, provider_period
-- grain: provider_key, period_key
-- why:   a sector is decided where there is volume and nowhere else, at the
--        reference date of the volume's own period.

select distinct
    provider_period.provider_key,
    provider_period.period_key,
    period.reference_date,
    period.from_date,
    period.to_date,
from provider_period
join period using (period_key)
