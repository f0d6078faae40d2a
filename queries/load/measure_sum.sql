-- measure_sum: what this load kept and dropped of each measure.
--
-- in:    code_fault, inexact, volume_part
-- grain: measure
-- why:   compared with what Go read from the source's column, in its own unit.

with faulty as (
    select
        inexact.measure,
        count(*) as inexact,
        min(inexact.line) as inexact_line,
    from inexact
    anti join code_fault using (line)
    group by all
)

select
    volume_part.measure,
    coalesce(sum(volume_part.amount) filter (
        volume_part.drop_reason is null
    ), 0)::decimal(38, 0) as kept,
    coalesce(sum(volume_part.amount) filter (
        volume_part.drop_reason is not null
    ), 0)::decimal(38, 0) as dropped,
    coalesce(max(faulty.inexact), 0) as inexact,
    max(faulty.inexact_line) as inexact_line,
from volume_part
left join faulty using (measure)
group by volume_part.measure
