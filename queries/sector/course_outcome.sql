-- course_outcome: the pattern that stands for a course's decisions at a period.
--
-- in:    course, history_pattern, pattern_outcome
-- grain: course_id, period_key
-- why:   see course. Which evidence it was is in history_pattern.

select
    course.course_id,
    history_pattern.period_key,
    pattern_outcome.outcome_id as pattern_id,
from course
join history_pattern using (history_id)
join pattern_outcome using (pattern_id)
where course.course_id = course.history_id
