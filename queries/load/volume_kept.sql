-- volume_kept: the rows that count, each with its cell.
--
-- in:    volume_amount, volume_cell
-- grain: none
-- why:   the second and last time that the source's SELECT is run over all
--        rows. Providers are numbered and volume is made from this narrow
--        table, which is read for less than the SELECT is run.

select
    volume_amount.line,
    volume_cell.cell_key,
    volume_amount.provider_id,
    volume_amount.amount,
    volume_amount.hidden_low,
    volume_amount.hidden_high,
    volume_amount.hidden_units,
    volume_amount.open_units,
from volume_amount
left join volume_cell
    on volume_cell.measure = volume_amount.measure
    and volume_cell.period = volume_amount.period
    and volume_cell.place = volume_amount.place
    and volume_cell.area = volume_amount.area
    and volume_cell.agreement = volume_amount.agreement
    and volume_cell.reference_date
        is not distinct from volume_amount.reference_date
where volume_amount.drop_reason is null
