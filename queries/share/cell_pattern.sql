-- cell_pattern: the volume of each cell by the evidence behind it.
--
-- in:    provider_outcome, volume
-- grain: period_key, place, area, agreement, pattern_id
-- why:   the one pass over all volume. A pattern stands for the sectors of
--        its providers under all definitions at once, so that every
--        definition after this counts thousands of rows instead of millions.
--        Volume whose provider has no pattern keeps pattern 0, and the check
--        volume_conserved says so: it is never lost in the join.

select
    volume.period_key,
    volume.place,
    volume.area,
    volume.agreement,
    coalesce(provider_outcome.pattern_id, 0) as pattern_id,
    sum(volume.amount)::bigint as amount,
    sum(volume.hidden_low)::bigint as hidden_low,
    sum(volume.hidden_high)::bigint as hidden_high,
    sum(volume.hidden_units)::bigint as hidden_units,
    sum(volume.open_units)::bigint as open_units,
from volume
left join provider_outcome using (provider_key, period_key)
group by all
