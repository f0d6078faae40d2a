-- code_fault: rows of volume or evidence that no list or rule knows.
--
-- in:    combination_fault, evidence_fault, volume_row
-- when:  combination_fault, evidence_fault
-- grain: none
-- why:   an unknown code is a reject and not a new category: it would be
--        counted nowhere. Lines are named so that the account stays exact:
--        rows are looked at again only where a combination is at fault.

select
    volume_row.line,
    fault.fault.column_name as column_name,
    fault.fault.text as text,
    fault.fault.reason as reason,
from volume_row
join combination_fault as fault
    on fault.measure is not distinct from volume_row.measure
    and fault.period is not distinct from volume_row.period
    and fault.place is not distinct from volume_row.place
    and fault.area is not distinct from volume_row.area
    and fault.agreement is not distinct from volume_row.agreement
    and fault.reference_date is not distinct from volume_row.reference_date
    and fault.drop_reason is not distinct from volume_row.drop_reason
    and fault.is_named = (volume_row.provider_id is not null)
    and fault.has_amount = (
        volume_row.amount is not null
        or volume_row.amount_high is not null
        or coalesce(volume_row.hidden_units, 0) > 0
    )
union all
select
    line,
    column_name,
    text,
    reason,
from evidence_fault
