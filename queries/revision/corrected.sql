-- corrected: how far each new correction reaches.
--
-- in:    revision, revision_correction
-- grain: correction_id
-- why:   a correction that meets no changed number is told too, with 0 cells:
--        somebody has stated an error whose repair changes nothing.

with met as (
    select
        unnest(string_split(corrections, ' ')) as correction_id,
        change,
    from revision
    where corrections is not null
)

select
    correction_id,
    count(met.correction_id) as cells,
    max(abs(met.change)) as largest_change,
from (select distinct correction_id from revision_correction)
left join met using (correction_id)
group by all
