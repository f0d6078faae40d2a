-- ideburen_course: under which definitions a course is idéburen, and named.
--
-- in:    applicable, course_outcome, ideburen_person, pattern_sector
-- grain: definition, course_id, period_key
-- why:   whoever is behind a number is told of the definitions that have
--        one, and of those that count organisations alone: see
--        ideburen_person.

select
    pattern_sector.definition,
    course_outcome.course_id,
    course_outcome.period_key,
from course_outcome
join pattern_sector using (pattern_id)
semi join applicable
    on applicable.definition = pattern_sector.definition
    and applicable.period_key = course_outcome.period_key
    and applicable.is_applicable
anti join ideburen_person
    on ideburen_person.definition = pattern_sector.definition
    and ideburen_person.period_key = course_outcome.period_key
where pattern_sector.sector = 'ideburen'
