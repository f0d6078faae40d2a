-- cell_movable: what is presumed in other sectors and could be in this one.
--
-- in:    pattern_sector, total_pattern
-- grain: definition, total_key, sector
-- why:   a presumption names the sectors that it could turn out to be when
--        the evidence it lacks arrives. What is undecided is counted by the
--        bounds already, and what is negative would lower the sector.

with possible as (
    select
        pattern_id,
        definition,
        sector as presumed_sector,
        unnest(['public', 'private', 'ideburen']) as sector,
        unnest([could_be_public, could_be_private, could_be_ideburen])
            as is_possible,
    from pattern_sector
    where pattern_sector.sector in ('public', 'private', 'ideburen')
)

select
    possible.definition,
    total_pattern.total_key,
    possible.sector,
    sum(greatest(total_pattern.amount, 0))::bigint as amount,
    sum(total_pattern.hidden_low)::bigint as hidden_low,
    sum(total_pattern.hidden_high)::bigint as hidden_high,
from total_pattern
join possible using (pattern_id)
where possible.is_possible
    and possible.sector <> possible.presumed_sector
group by all
