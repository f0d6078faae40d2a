-- remainder: how much is not decided, and why.
--
-- in:    period, remainder_amount, total_cell
-- as:    view
-- grain: definition, period_key, place, area, agreement, sector, reason
-- why:   a remainder without a reason is an excuse. The reasons are a closed
--        list, given by the rule that left the volume undecided.

select
    remainder_amount.definition,
    total_cell.period_key,
    period.measure,
    period.period,
    total_cell.place,
    total_cell.area,
    total_cell.agreement,
    remainder_amount.sector,
    remainder_amount.reason,
    remainder_amount.amount,
    remainder_amount.hidden_units,
from remainder_amount
join total_cell using (total_key)
join period using (period_key)
