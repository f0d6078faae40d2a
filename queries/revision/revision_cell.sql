-- revision_cell: the cells whose numbers are not those of the edition before.
--
-- in:    revision_stage, revision_value
-- grain: definition, measure, period, place, area, agreement, sector
-- why:   a revision concerns the same period, so a period that the edition
--        before did not have is told apart: its numbers are development. What
--        only one of the editions defines or no longer defines is not
--        compared; nothing that was published has changed by that.

with before as (
    select * exclude (stage)
    from revision_value
    where stage = 0
),

today as (
    select * exclude (stage)
    from revision_value
    where stage = (select max(stage) from revision_stage)
),

compared as (
    select definition
    from before
    intersect
    select definition
    from today
),

known as (
    select distinct
        measure,
        period,
        true as is_known,
    from before
)

select
    definition,
    measure,
    period,
    place,
    area,
    agreement,
    sector,
    before.amount as earlier_amount,
    today.amount as later_amount,
    before.total as earlier_total,
    today.total as later_total,
    before.share as earlier_share,
    today.share as later_share,
    known.is_known is null as is_new_period,
from before
full join today
    using (definition, measure, period, place, area, agreement, sector)
left join known using (measure, period)
where definition in (select definition from compared)
    and (
        before.amount is distinct from today.amount
        or before.total is distinct from today.total
        or before.share is distinct from today.share
    )
