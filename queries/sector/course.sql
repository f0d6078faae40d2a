-- course: the histories that come to the same decisions in every period.
--
-- in:    history_pattern, pattern_outcome
-- grain: history_id
-- why:   hundreds of histories come to a few dozen courses. The first history
--        of a course stands for all of them where volume is counted, so that
--        volume is grouped into as few rows as it can be.

with decided as (
    select
        history_pattern.history_id,
        list(
            struct_pack(
                period_key := history_pattern.period_key,
                outcome_id := pattern_outcome.outcome_id
            )
            order by history_pattern.period_key
        ) as outcomes,
    from history_pattern
    join pattern_outcome using (pattern_id)
    group by all
)

select
    history_id,
    min(history_id) over (partition by outcomes) as course_id,
from decided
