-- period: the days of each period.
--
-- in:    period
-- grain: measure, period, reference_date
-- why:   a decision that shall hold for a published number must hold on its
--        reference date.

select
    measure,
    period,
    reference_date,
    from_date,
    to_date,
from period
