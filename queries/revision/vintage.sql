-- vintage: the first and the latest published numbers of revised cells.
--
-- in:    revision_cell, revision_stage, revision_value, run, vintage_before,
--        vintage_period_before
-- grain: definition, measure, period, place, area, agreement, sector
-- why:   a cell that is not here has had the same numbers since its period was
--        first published (vintage_period): most cells are never revised, and a
--        copy of all of them in each edition would say no more.

with touched as (
    select
        definition,
        measure,
        period,
        place,
        area,
        agreement,
        sector,
        max(is_changed) as is_changed,
    from (
        select
            *,
            false as is_changed,
        from vintage_before
        union all by name
        select
            *,
            true as is_changed,
        from revision_cell
        where not is_new_period
    )
    group by all
),

first_value as (
    select
        *,
        true as is_there,
    from revision_value
    where stage = 0
),

latest_value as (
    select *
    from revision_value
    where stage = (select max(stage) from revision_stage)
)

select
    definition,
    measure,
    period,
    place,
    area,
    agreement,
    sector,
    case
        when vintage_before.first_date is not null
            then vintage_before.first_date
        when first_value.is_there then vintage_period_before.first_date
        else run.date
    end as first_date,
    case
        when vintage_before.first_date is not null
            then vintage_before.first_amount
        when first_value.is_there then first_value.amount
        else latest_value.amount
    end as first_amount,
    case
        when vintage_before.first_date is not null
            then vintage_before.first_total
        when first_value.is_there then first_value.total
        else latest_value.total
    end as first_total,
    case
        when vintage_before.first_date is not null
            then vintage_before.first_share
        when first_value.is_there then first_value.share
        else latest_value.share
    end as first_share,
    case
        when touched.is_changed then run.date
        else vintage_before.latest_date
    end as latest_date,
    latest_value.amount as latest_amount,
    latest_value.total as latest_total,
    latest_value.share as latest_share,
from touched
cross join run
left join vintage_before
    using (definition, measure, period, place, area, agreement, sector)
left join first_value
    using (definition, measure, period, place, area, agreement, sector)
left join latest_value
    using (definition, measure, period, place, area, agreement, sector)
left join vintage_period_before using (definition, measure, period)
