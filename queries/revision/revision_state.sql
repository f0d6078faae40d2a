-- revision_state: the numbers of each changed cell after each replaced cause.
--
-- in:    revision_cell, revision_measure, revision_stage, revision_value
-- grain: definition, measure, period, place, area, agreement, sector, stage
-- why:   stage 0 is the edition before and the last one the edition itself;
--        between them one cause after the other is replaced. A cell may have
--        no number at a stage between two that have one. The last number is
--        held until there is one again, so that differences between stages
--        always sum to the whole. Where parts by cause may not be told, all
--        causes are one.

select
    cell.*,
    stage.stage,
    case
        when stage.stage > 0 and not revision_measure.is_told then 'several'
        else stage.cause
    end as cause,
    value.amount is not null as is_there,
    value.share is not null as is_stated,
    last_value(value.amount ignore nulls) over held as amount,
    last_value(value.total ignore nulls) over held as total,
    last_value(value.share ignore nulls) over held as share,
from revision_cell as cell
join revision_measure using (measure)
cross join revision_stage as stage
left join revision_value as value
    using (definition, measure, period, place, area, agreement, sector, stage)
where not cell.is_new_period
window held as (
    partition by
        definition, measure, period, place, area, agreement, sector
    order by stage.stage
    rows between unbounded preceding and current row
)
