-- provider_volume: one provider's volume by measure and period.
--
-- in:    volume
-- grain: measure, period, place, area, agreement, file
-- why:   parameters: the identifier.

select
    measure,
    period,
    place,
    area,
    agreement,
    amount,
    hidden_units,
    decimals,
    file,
    lines,
from volume
where provider_id = $1
order by measure, period, place, area, agreement, file
