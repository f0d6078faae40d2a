-- source_sum: where the sum of each summable column went.
--
-- in:    load, load_sum
-- grain: source, partition, file, column_name
-- why:   see table/load_sum.

select
    load.source,
    load.partition,
    load.file,
    load_sum.column_name,
    load_sum.decimals,
    load_sum.read::varchar as read,
    load_sum.kept::varchar as kept,
    load_sum.dropped::varchar as dropped,
    load_sum.rejected::varchar as rejected,
    load_sum.unreadable,
from load_sum
join load using (load_id)
order by load.source, load.partition, load.file, load_sum.column_name
