-- revision_part: how much of each cell's revision each cause is.
--
-- in:    revision_state
-- grain: definition, measure, period, place, area, agreement, sector, cause
-- why:   a cause's part is the difference that its replacement made, after
--        those before it. The parts sum to the difference of what was
--        published, in share, amount and total, because each stage begins
--        where the one before ended. A number that came or went is no
--        difference: its causes are those with which it did.

with step as (
    select
        *,
        earlier_amount is not null and later_amount is not null as is_both,
        earlier_share is not null and later_share is not null as has_share,
        amount - lag(amount) over by_stage as amount_step,
        total - lag(total) over by_stage as total_step,
        share - lag(share) over by_stage as share_step,
        is_there is distinct from lag(is_there) over by_stage as is_turn,
        is_stated
            is distinct from lag(is_stated) over by_stage as is_share_turn,
    from revision_state
    window by_stage as (
        partition by
            definition, measure, period, place, area, agreement, sector
        order by stage
    )
),

part as (
    select
        definition,
        measure,
        period,
        place,
        area,
        agreement,
        sector,
        cause,
        min(stage) as first_stage,
        bool_and(is_both) as is_both,
        bool_or(is_turn) as is_turn,
        bool_or(is_share_turn) and not bool_and(has_share) as is_share_turn,
        case when bool_and(is_both)
            then coalesce(sum(amount_step), 0)::bigint
        end as amount,
        case when bool_and(is_both)
            then coalesce(sum(total_step), 0)::bigint
        end as total,
        case when bool_and(has_share)
            then coalesce(sum(share_step), 0)::bigint
        end as share,
    from step
    where stage > 0
    group by all
)

select
    * exclude (is_both, is_turn, is_share_turn),
    case when is_both
        then amount <> 0 or total <> 0 or coalesce(share, 0) <> 0
            or is_share_turn
        else is_turn
    end as is_cause,
from part
