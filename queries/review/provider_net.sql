-- provider_net: each provider's amount in the totals that are asked about.
--
-- in:    asked_cell, volume
-- grain: asked, reference_date, provider_id
-- why:   credit notes are netted for each provider, area and agreement, as in
--        share/netted_in; what is still below zero then is negative. positive
--        and negative sum to amount.

with netted as (
    select
        asked_cell.asked,
        volume.measure,
        volume.period,
        volume.reference_date,
        volume.provider_id,
        volume.area,
        volume.agreement,
        sum(volume.amount)::bigint as amount,
        sum(volume.hidden_low)::bigint as hidden_low,
        sum(volume.hidden_high)::bigint as hidden_high,
    from volume
    join asked_cell using (measure, period, place, area, agreement)
    group by all
)

select
    asked,
    measure,
    period,
    reference_date,
    provider_id,
    sum(amount)::bigint as amount,
    sum(greatest(amount, 0))::bigint as positive,
    sum(least(amount, 0))::bigint as negative,
    sum(hidden_low)::bigint as hidden_low,
    sum(hidden_high)::bigint as hidden_high,
from netted
group by all
