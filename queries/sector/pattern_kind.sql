-- pattern_kind: what kind of organisation each pattern of evidence shows.
--
-- in:    pattern_sector
-- as:    view
-- grain: pattern_id
-- why:   kinds are rules of the same shape as a definition's, under the name
--        kind. They say nothing about the sector.

select
    pattern_id,
    sector as kind,
from pattern_sector
where definition = 'kind'
