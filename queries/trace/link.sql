-- link: which organisation a supplier without a number is, or may be.
--
-- in:    link
-- grain: provider_id
-- why:   an explanation of a supplier tells what was known of the organisation
--        that it is linked to.

select
    provider_id,
    organisation_id,
    status,
    confirming,
    score,
    why,
from link
