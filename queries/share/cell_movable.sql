-- cell_movable: what is presumed in other sectors and could be in this one.
--
-- in:    hidden_pattern, pattern_sector, total_pattern
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
),

counted as (
    select
        total_key,
        pattern_id,
        greatest(amount, 0) as amount,
    from total_pattern
    union all by name
    select
        total_key,
        pattern_id,
        hidden_low,
        hidden_high,
    from hidden_pattern
)

select
    possible.definition,
    counted.total_key,
    possible.sector,
    coalesce(sum(counted.amount), 0)::bigint as amount,
    coalesce(sum(counted.hidden_low), 0)::bigint as hidden_low,
    coalesce(sum(counted.hidden_high), 0)::bigint as hidden_high,
from counted
join possible using (pattern_id)
where possible.is_possible
    and possible.sector <> possible.presumed_sector
group by all
