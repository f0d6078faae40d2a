-- load: the files that an edition rests on.
--
-- in:    load
-- grain: load_id
-- why:   the key of a load is the same in every working file.

select
    key as load_id,
    source,
    partition,
    file,
    sha256,
from load
