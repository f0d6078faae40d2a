-- pattern: the different lists of evidence that occur at some period.
--
-- in:    evidence_list
-- grain: pattern_id
-- why:   rules are tried once for each list, and not for each provider. The
--        number is working space only: it never orders or names anything that
--        is published.

select
    row_number() over (order by evidence)::integer as pattern_id,
    evidence,
from (select distinct evidence_list.evidence from evidence_list)
