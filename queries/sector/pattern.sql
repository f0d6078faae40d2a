-- pattern: the different lists of evidence that occur.
--
-- in:    provider_pattern
-- grain: pattern_id
-- why:   see provider_pattern. The number is working space only: it never
--        orders or names anything that is published.

select
    row_number() over (order by evidence)::integer as pattern_id,
    evidence,
from (select distinct provider_pattern.evidence from provider_pattern)
