-- vintage_period: when each period was first published and last revised.
--
-- in:    revision_cell, revision_stage, revision_value, run,
--        vintage_period_before
-- grain: definition, measure, period
-- why:   by definition, because one that begins to say something of an old
--        period publishes its numbers for the first time. A period that is no
--        longer published stays: it has been.

with published as (
    select
        definition,
        measure,
        period,
    from revision_value
    where stage = (select max(stage) from revision_stage)
    union
    select
        definition,
        measure,
        period,
    from vintage_period_before
),

revised as (
    select distinct
        definition,
        measure,
        period,
        true as is_revised,
    from revision_cell
)

select
    definition,
    measure,
    period,
    coalesce(before.first_date, run.date) as first_date,
    case
        when revised.is_revised or before.latest_date is null then run.date
        else before.latest_date
    end as latest_date,
from published
cross join run
left join vintage_period_before as before using (definition, measure, period)
left join revised using (definition, measure, period)
