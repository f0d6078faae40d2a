-- cell_pattern: the volume of each cell by the evidence behind it.
--
-- in:    cell, course_outcome, provider_cell, provider_course
-- grain: cell_key, pattern_id
-- why:   the one pass over all volume. A pattern stands for the sectors of
--        its providers under all definitions at once, so that every
--        definition after this counts thousands of rows instead of millions.
--        What is hidden is in hidden_pattern, because few rows have any.
--        Volume without a pattern keeps pattern 0, and the check
--        volume_conserved says so: it is never lost in the join.

with counted as (
    select
        provider_cell.cell_key,
        provider_course.course_id,
        sum(provider_cell.amount)::bigint as amount,
    from provider_cell
    join provider_course using (provider_key)
    group by all
)

select
    counted.cell_key,
    coalesce(course_outcome.pattern_id, 0) as pattern_id,
    sum(counted.amount)::bigint as amount,
from counted
join cell using (cell_key)
left join course_outcome using (course_id, period_key)
group by all
