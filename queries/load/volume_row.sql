-- volume_row: what the source's volume SELECT returned, with every column.
--
-- in:    volume_select
-- as:    view
-- grain: none
-- why:   columns that a source leaves out have one default each. union all by
--        name fills them with null and keeps the types of those given: an
--        untyped null takes the type of the amounts, which says how many
--        decimals they can have.

select * from (
    select
        null::bigint as line,
        null::varchar as measure,
        null::varchar as period,
        null::varchar as place,
        null::varchar as area,
        null::varchar as agreement,
        null::varchar as provider_id,
        null as amount,
        null as amount_low,
        null as amount_high,
        null::bigint as hidden_units,
        null::date as reference_date,
        null::varchar as drop_reason,
    where false
)
union all by name
select * from volume_select
