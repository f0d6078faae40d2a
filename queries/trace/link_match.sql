-- link_match: organisations that a supplier without a number may be.
--
-- in:    link_match
-- grain: provider_id, organisation_id
-- why:   what an analyst looks at before deciding in links.csv.

select
    provider_id,
    organisation_id,
    name,
    score,
    agrees,
    contradicts,
from link_match
