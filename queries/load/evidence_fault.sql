-- evidence_fault: rows of evidence that cannot be used as they are written.
--
-- in:    attribute, drop_reason, evidence_row, legal_form, owner_control
-- grain: none
-- why:   evidence that no rule can read would change a sector silently: a
--        misspelt claim counts as no claim. So values are known from a list,
--        an interval has days in it, and evidence is either valid in one or
--        observed on one day. What kind of provider an identifier names is
--        set by the program; a source that says it too would make two kinds.
--        A share of ownership is a percentage written with digits and a point,
--        and what is stated of two organisations names two.

with known as (
    select
        code as attribute,
        unnest(string_split(attribute.values, '|')) as value,
    from attribute
    where attribute.values <> ''
    union all
    select
        'legal_form' as attribute,
        legal_form.code as value,
    from legal_form
    union all
    select
        'owner_control' as attribute,
        owner_control.code as value,
    from owner_control
),

closed as (
    select distinct known.attribute
    from known
),

fault as (
    select
        evidence_row.line,
        case
            when attribute.code is null
                then struct_pack(
                    column_name := 'attribute', text := evidence_row.attribute,
                    reason := 'unknown attribute'
                )
            when evidence_row.attribute in ('mask', 'provider_kind')
                then struct_pack(
                    column_name := 'attribute', text := evidence_row.attribute,
                    reason := 'set by the program, not by a source'
                )
            when evidence_row.drop_reason is not null
                and drop_reason.code is null
                then struct_pack(
                    column_name := 'drop_reason',
                    text := evidence_row.drop_reason,
                    reason := 'unknown drop_reason'
                )
            when evidence_row.drop_reason is not null
                or evidence_row.value is null
                then null
            when evidence_row.provider_id is null
                then struct_pack(
                    column_name := 'provider_id', text := '',
                    reason := 'no provider'
                )
            when closed.attribute is not null and known.value is null
                then struct_pack(
                    column_name := evidence_row.attribute,
                    text := evidence_row.value,
                    reason := 'unknown value of ' || evidence_row.attribute
                )
            when attribute.unit = 'percent'
                and not coalesce(
                    regexp_full_match(
                        evidence_row.value, '[0-9]{1,3}([.][0-9]{1,6})?'
                    )
                    and try_cast(evidence_row.value as decimal(9, 6)) <= 100,
                    false
                )
                then struct_pack(
                    column_name := evidence_row.attribute,
                    text := evidence_row.value,
                    reason := 'not a percentage between 0 and 100'
                )
            when attribute.other_id = 'yes' and evidence_row.other_id is null
                then struct_pack(
                    column_name := 'other_id', text := '',
                    reason :=
                        evidence_row.attribute || ' needs another organisation'
                )
            when attribute.other_id = 'no'
                and evidence_row.other_id is not null
                then struct_pack(
                    column_name := 'other_id', text := evidence_row.other_id,
                    reason :=
                        evidence_row.attribute || ' is of one organisation'
                )
            when evidence_row.other_id = evidence_row.provider_id
                then struct_pack(
                    column_name := 'other_id', text := evidence_row.other_id,
                    reason := 'the same organisation as provider_id'
                )
            when observed_date is null and valid_from is null
                then struct_pack(
                    column_name := 'observed_date', text := '',
                    reason := 'neither observed_date nor valid_from'
                )
            when observed_date is not null
                and coalesce(valid_from, valid_to) is not null
                then struct_pack(
                    column_name := 'observed_date',
                    text := evidence_row.observed_date::varchar,
                    reason := 'both observed_date and valid_from or valid_to'
                )
            when valid_to <= valid_from
                then struct_pack(
                    column_name := 'valid_to',
                    text := evidence_row.valid_to::varchar,
                    reason := 'valid_to is not after valid_from'
                )
        end as fault,
    from evidence_row
    left join attribute on attribute.code = evidence_row.attribute
    left join drop_reason on drop_reason.code = evidence_row.drop_reason
    left join closed on closed.attribute = evidence_row.attribute
    left join known
        on known.attribute = evidence_row.attribute
        and known.value = evidence_row.value
)

select
    line,
    fault.fault.column_name as column_name,
    fault.fault.text as text,
    fault.fault.reason as reason,
from fault
where fault.fault is not null
