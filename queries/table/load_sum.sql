-- load_sum: each summable column of a load, and where its sum went.
--
-- in:    none
-- grain: load_id, column_name
-- why:   counts alone miss a doubled join: what Go read from the column equals
--        what was kept, dropped and rejected. Text that could not be read has
--        no amount; the rows are counted.

select
    null::integer as load_id,
    null::varchar as column_name,
    null::integer as decimals,
    null::hugeint as read,
    null::hugeint as kept,
    null::hugeint as dropped,
    null::hugeint as rejected,
    null::bigint as unreadable,
where false
