-- volume_cell: the cell of each combination of codes that this load counts.
--
-- in:    cell, measure_period, volume_part
-- grain: measure, period, place, area, agreement, reference_date
-- why:   codes and periods are looked up here, in a few hundred rows, so that
--        each row of volume is joined once.

select
    volume_part.measure,
    volume_part.period,
    volume_part.place,
    volume_part.area,
    volume_part.agreement,
    volume_part.reference_date,
    cell.cell_key,
from volume_part
join measure_period
    on measure_period.measure = volume_part.measure
    and measure_period.period = volume_part.period
    and measure_period.reference_date
        is not distinct from volume_part.reference_date
join cell
    on cell.period_key = measure_period.period_key
    and cell.place = volume_part.place
    and cell.area = volume_part.area
    and cell.agreement = volume_part.agreement
where volume_part.drop_reason is null
