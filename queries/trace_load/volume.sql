-- volume: what each line of a load is counted as.
--
-- in:    cell, load, measure, period, provider_identity, volume
-- grain: line, provider_id, measure, period, place, area, agreement
-- why:   the private record from which a published number can be opened down
--        to rows of files. It is written once for each load, with texts and
--        not numbers of the working file, and kept by every edition that rests
--        on the load. Parameters: the load.

select
    provider_identity.provider_id,
    period.measure,
    period.period,
    period.reference_date,
    cell.place,
    cell.area,
    cell.agreement,
    load.key as load_id,
    volume.line,
    volume.amount,
    volume.hidden_low,
    volume.hidden_high,
    volume.hidden_units,
    volume.open_units,
    measure.decimals::integer as decimals,
from volume
join provider_identity using (provider_key)
join cell using (cell_key)
join period using (period_key)
join measure using (measure)
join load using (load_id)
where volume.load_id = $1::integer
