-- source_load: the loads that an edition rests on, in published order.
--
-- in:    load
-- grain: source, partition, file
-- why:   every number opens up to the file that it came from and its checksum.

select
    source,
    partition,
    file,
    sha256,
    size,
    encoding,
    rows,
    kept,
    dropped,
    rejected,
from load
order by source, partition, file
