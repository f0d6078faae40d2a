-- ideburen_person: where a definition calls a natural person idéburen.
--
-- in:    cell, course_outcome, evidence_interval, pattern_sector, period,
--        provider_cell, provider_course, provider_identity
-- grain: definition, period_key
-- why:   the number of idéburna providers is published. Beside the names of
--        all organisations among them it would tell that one or two natural
--        persons are there. No definition that comes with the program does
--        so, but a source's own claim or one of the workspace can. Of such a
--        definition nobody is named in the whole period, of a year in any of
--        its months: all or none, so that no difference between totals tells
--        more.

with person as (
    select provider_identity.provider_key
    from provider_identity
    where provider_identity.provider_kind = 'person'
        or provider_identity.provider_key in (
            select evidence_interval.provider_key
            from evidence_interval
            where attribute = 'legal_form' and value = '10'
        )
)

select distinct
    pattern_sector.definition,
    period.period_key,
from provider_cell
semi join person using (provider_key)
join cell using (cell_key)
join provider_course using (provider_key)
join course_outcome
    on course_outcome.course_id = provider_course.course_id
    and course_outcome.period_key = cell.period_key
join pattern_sector using (pattern_id)
join period as held on held.period_key = cell.period_key
join period on period.counted_key = held.counted_key
where pattern_sector.sector = 'ideburen'
