-- source_load: the loads that an edition rests on, in published order.
--
-- in:    dropped, load
-- grain: source, partition, file
-- why:   every number opens up to the file that it came from and its checksum.

select
    load.source,
    load.partition,
    load.file,
    load.sha256,
    load.size,
    load.encoding,
    load.rows,
    load.kept,
    load.dropped,
    coalesce(dropped.rows, 0) as not_needed,
    load.rejected,
from load
left join dropped
    on dropped.load_id = load.load_id
    and dropped.reason = 'not_needed'
    and dropped.measure is null
order by load.source, load.partition, load.file
