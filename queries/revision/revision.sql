-- revision: what changed since the edition before, by cause.
--
-- in:    revision_cell, revision_correction, revision_part
-- grain: definition, measure, period, place, area, agreement, sector
-- why:   three words that are never mixed. Revision: the same period, another
--        number. Correction: a revision whose cause, measure and period
--        somebody has stated to be an error. Development: a period that was
--        not there before, which has no parts.

with corrected as (
    select
        definition,
        part.measure,
        part.period,
        place,
        area,
        agreement,
        sector,
        string_agg(
            distinct correction_id, ' ' order by correction_id
        ) as corrections,
    from revision_part as part
    join revision_correction as correction
        on correction.cause = part.cause
        and coalesce(correction.measure, part.measure) = part.measure
        and coalesce(correction.period, part.period) = part.period
    where part.is_cause
    group by all
),

summed as (
    select
        definition,
        measure,
        period,
        place,
        area,
        agreement,
        sector,
        string_agg(cause, ' ' order by first_stage)
            filter (where is_cause) as causes,
        sum(share) filter (where cause = 'program')
            ::bigint as program_share,
        sum(share) filter (where cause = 'method')
            ::bigint as method_share,
        sum(share) filter (where cause = 'new_period')
            ::bigint as new_period_share,
        sum(share) filter (where cause = 'source_data')
            ::bigint as source_data_share,
        sum(share) filter (where cause = 'new_source')
            ::bigint as new_source_share,
        sum(share) filter (where cause = 'definition')
            ::bigint as definition_share,
        sum(share) filter (where cause = 'override')
            ::bigint as override_share,
        sum(share) filter (where cause = 'evidence')
            ::bigint as evidence_share,
        sum(share) filter (where cause = 'linking')
            ::bigint as linking_share,
        sum(share) filter (where cause = 'protection')
            ::bigint as protection_share,
        sum(share) filter (where cause = 'several')
            ::bigint as several_share,
        sum(amount) filter (where cause = 'program')
            ::bigint as program_amount,
        sum(amount) filter (where cause = 'method')
            ::bigint as method_amount,
        sum(amount) filter (where cause = 'new_period')
            ::bigint as new_period_amount,
        sum(amount) filter (where cause = 'source_data')
            ::bigint as source_data_amount,
        sum(amount) filter (where cause = 'new_source')
            ::bigint as new_source_amount,
        sum(amount) filter (where cause = 'definition')
            ::bigint as definition_amount,
        sum(amount) filter (where cause = 'override')
            ::bigint as override_amount,
        sum(amount) filter (where cause = 'evidence')
            ::bigint as evidence_amount,
        sum(amount) filter (where cause = 'linking')
            ::bigint as linking_amount,
        sum(amount) filter (where cause = 'protection')
            ::bigint as protection_amount,
        sum(amount) filter (where cause = 'several')
            ::bigint as several_amount,
        sum(total) filter (where cause = 'program')
            ::bigint as program_total,
        sum(total) filter (where cause = 'method')
            ::bigint as method_total,
        sum(total) filter (where cause = 'new_period')
            ::bigint as new_period_total,
        sum(total) filter (where cause = 'source_data')
            ::bigint as source_data_total,
        sum(total) filter (where cause = 'new_source')
            ::bigint as new_source_total,
        sum(total) filter (where cause = 'definition')
            ::bigint as definition_total,
        sum(total) filter (where cause = 'override')
            ::bigint as override_total,
        sum(total) filter (where cause = 'evidence')
            ::bigint as evidence_total,
        sum(total) filter (where cause = 'linking')
            ::bigint as linking_total,
        sum(total) filter (where cause = 'protection')
            ::bigint as protection_total,
        sum(total) filter (where cause = 'several')
            ::bigint as several_total,
    from revision_part
    group by all
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
        when cell.is_new_period then 'development'
        when corrected.corrections is not null then 'correction'
        else 'revision'
    end as kind,
    case when cell.is_new_period then 'new_period' else summed.causes end
        as causes,
    corrected.corrections,
    cell.earlier_amount,
    cell.later_amount,
    cell.earlier_total,
    cell.later_total,
    cell.earlier_share,
    cell.later_share,
    cell.later_share - cell.earlier_share as change,
    cell.later_amount - cell.earlier_amount as change_amount,
    cell.later_total - cell.earlier_total as change_total,
    case when change is not null
        then coalesce(summed.program_share, 0)
    end as program_share,
    case when change is not null
        then coalesce(summed.method_share, 0)
    end as method_share,
    case when change is not null
        then coalesce(summed.new_period_share, 0)
    end as new_period_share,
    case when change is not null
        then coalesce(summed.source_data_share, 0)
    end as source_data_share,
    case when change is not null
        then coalesce(summed.new_source_share, 0)
    end as new_source_share,
    case when change is not null
        then coalesce(summed.definition_share, 0)
    end as definition_share,
    case when change is not null
        then coalesce(summed.override_share, 0)
    end as override_share,
    case when change is not null
        then coalesce(summed.evidence_share, 0)
    end as evidence_share,
    case when change is not null
        then coalesce(summed.linking_share, 0)
    end as linking_share,
    case when change is not null
        then coalesce(summed.protection_share, 0)
    end as protection_share,
    case when change is not null
        then coalesce(summed.several_share, 0)
    end as several_share,
    case when change_amount is not null
        then coalesce(summed.program_amount, 0)
    end as program_amount,
    case when change_amount is not null
        then coalesce(summed.method_amount, 0)
    end as method_amount,
    case when change_amount is not null
        then coalesce(summed.new_period_amount, 0)
    end as new_period_amount,
    case when change_amount is not null
        then coalesce(summed.source_data_amount, 0)
    end as source_data_amount,
    case when change_amount is not null
        then coalesce(summed.new_source_amount, 0)
    end as new_source_amount,
    case when change_amount is not null
        then coalesce(summed.definition_amount, 0)
    end as definition_amount,
    case when change_amount is not null
        then coalesce(summed.override_amount, 0)
    end as override_amount,
    case when change_amount is not null
        then coalesce(summed.evidence_amount, 0)
    end as evidence_amount,
    case when change_amount is not null
        then coalesce(summed.linking_amount, 0)
    end as linking_amount,
    case when change_amount is not null
        then coalesce(summed.protection_amount, 0)
    end as protection_amount,
    case when change_amount is not null
        then coalesce(summed.several_amount, 0)
    end as several_amount,
    case when change_total is not null
        then coalesce(summed.program_total, 0)
    end as program_total,
    case when change_total is not null
        then coalesce(summed.method_total, 0)
    end as method_total,
    case when change_total is not null
        then coalesce(summed.new_period_total, 0)
    end as new_period_total,
    case when change_total is not null
        then coalesce(summed.source_data_total, 0)
    end as source_data_total,
    case when change_total is not null
        then coalesce(summed.new_source_total, 0)
    end as new_source_total,
    case when change_total is not null
        then coalesce(summed.definition_total, 0)
    end as definition_total,
    case when change_total is not null
        then coalesce(summed.override_total, 0)
    end as override_total,
    case when change_total is not null
        then coalesce(summed.evidence_total, 0)
    end as evidence_total,
    case when change_total is not null
        then coalesce(summed.linking_total, 0)
    end as linking_total,
    case when change_total is not null
        then coalesce(summed.protection_total, 0)
    end as protection_total,
    case when change_total is not null
        then coalesce(summed.several_total, 0)
    end as several_total,
    null::varchar as symbol,
    case
        when cell.is_new_period then null
        when cell.earlier_amount is null then 'appeared'
        when cell.later_amount is null then 'vanished'
    end as note,
from revision_cell as cell
left join summed
    using (definition, measure, period, place, area, agreement, sector)
left join corrected
    using (definition, measure, period, place, area, agreement, sector)
