-- vintage_period: when each period was first published and last revised.
--
-- in:    vintage_period
-- grain: definition, measure, period
-- why:   as share: the order is that of the codes' bytes.

select
    definition,
    measure,
    period,
    first_date,
    latest_date,
from vintage_period
order by measure, definition, period
