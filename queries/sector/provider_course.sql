-- provider_course: which course of decisions every provider takes.
--
-- in:    course, provider, provider_history
-- grain: provider_key
-- why:   every provider has a row, so that a plain join loses no volume, and
--        DuckDB can look a small number up in an array. One without a history
--        has course 0, and the check volume_conserved says so.

select
    provider.provider_key,
    coalesce(course.course_id, 0)::integer as course_id,
from provider
left join provider_history using (provider_key)
left join course using (history_id)
