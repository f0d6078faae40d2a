-- line_sum: whether the volume SELECT returned every line exactly once.
--
-- in:    combination, evidence_row, source
-- grain: none
-- why:   equal numbers and equal sums of lines and of their hashes mean equal
--        lines, but for a chance of one in 2^64. Where they are not equal, or
--        evidence has a line that source has not, line_account says which.

with read as (
    select
        count(*) as rows,
        sum(line) as line_sum,
        sum(hash(line)) as line_hash_sum,
    from source
),

returned as (
    select
        sum(rows) as rows,
        sum(line_sum) as line_sum,
        sum(line_hash_sum) as line_hash_sum,
        coalesce(sum(rows) filter (drop_reason is null), 0)::bigint as kept,
        coalesce(sum(rows) filter (drop_reason is not null), 0)::bigint
            as dropped,
    from combination
),

stray as (
    select count(*) as lines
    from evidence_row
    anti join source on source.line = evidence_row.line
)

select
    returned.kept,
    returned.dropped,
    returned.rows is not distinct from read.rows
        and returned.line_sum is not distinct from read.line_sum
        and returned.line_hash_sum is not distinct from read.line_hash_sum
        and stray.lines = 0 as is_each_once,
from read
cross join returned
cross join stray
