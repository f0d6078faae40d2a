-- coarse_measure: measures whose amounts in this load may not be whole.
--
-- in:    combination, measure
-- grain: measure
-- why:   amounts of a type with no more decimals than their measure need no
--        look. Only where this is not empty are all rows looked at.

select
    measure.measure,
    max(measure.unit_scale)::decimal(7, 0) as unit_scale,
from combination
join measure using (measure)
group by measure.measure
having bool_or(
    combination.amount_decimals > measure.decimals or combination.has_limits
)
