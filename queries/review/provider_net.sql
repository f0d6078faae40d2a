-- provider_net: each provider's amount in the totals that are asked about.
--
-- in:    asked_cell, history, provider, volume
-- grain: asked, reference_date, provider_id
-- why:   credit notes are netted for each provider, area and agreement, as in
--        share/netted_in; what is still below zero then is negative. positive
--        and negative sum to amount. Of a year of months those in which the
--        provider had the same evidence are one row, at the last of them.

with reported as (
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
),

netted as (
    select
        reported.asked,
        reported.measure,
        reported.period,
        reported.provider_id,
        history.pattern_id,
        reported.area,
        reported.agreement,
        max(reported.reference_date) as reference_date,
        sum(reported.amount)::bigint as amount,
        sum(reported.hidden_low)::bigint as hidden_low,
        sum(reported.hidden_high)::bigint as hidden_high,
    from reported
    join provider using (provider_id)
    join history using (history_id, measure, period, reference_date)
    group by all
)

select
    asked,
    measure,
    period,
    max(reference_date) as reference_date,
    provider_id,
    sum(amount)::bigint as amount,
    sum(greatest(amount, 0))::bigint as positive,
    sum(least(amount, 0))::bigint as negative,
    sum(hidden_low)::bigint as hidden_low,
    sum(hidden_high)::bigint as hidden_high,
from netted
group by asked, measure, period, provider_id, pattern_id
