-- evidence_row: what the source's evidence SELECT returned, with every column.
--
-- in:    evidence_select
-- as:    view
-- grain: none
-- why:   as volume_row. A row without a value says nothing and is left out
--        here: the line is accounted for by its volume or by its other rows.

select * from (
    select
        null::bigint as line,
        null::varchar as provider_id,
        null::varchar as attribute,
        null::varchar as value,
        null::varchar as other_id,
        null::date as valid_from,
        null::date as valid_to,
        null::date as observed_date,
        null::varchar as drop_reason,
    where false
)
union all by name
select * from evidence_select
