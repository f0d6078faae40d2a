-- revision_unexplained: revisions whose parts do not sum to the difference.
--
-- in:    revision
-- grain: definition, measure, period, place, area, agreement, sector
-- why:   it must be empty: nothing that changed may be without a cause.

select
    definition,
    measure,
    period,
    place,
    area,
    agreement,
    sector,
    causes,
from revision
where change <> (
        program_share + method_share + new_period_share + source_data_share
        + new_source_share + definition_share + override_share
        + evidence_share + linking_share + protection_share + several_share
    )
    or change_amount <> (
        program_amount + method_amount + new_period_amount
        + source_data_amount + new_source_amount + definition_amount
        + override_amount + evidence_amount + linking_amount
        + protection_amount + several_amount
    )
    or change_total <> (
        program_total + method_total + new_period_total + source_data_total
        + new_source_total + definition_total + override_total
        + evidence_total + linking_total + protection_total + several_total
    )
    or causes is null
