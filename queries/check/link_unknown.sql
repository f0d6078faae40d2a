-- link_unknown: suppliers linked by hand to an organisation nobody knows.
--
-- in:       link, provider
-- grain:    provider_id
-- why:      the link may be right, but nothing is known of the organisation.
--           The supplier stays undecided, and people believe that it is not.
-- severity: warning
-- hint:     add a register that has the organisation (scb_register,
--           bolagsverket_register), or correct its number in links.csv

select
    link.provider_id,
    link.organisation_id,
from link
anti join provider on provider.provider_id = link.organisation_id
where link.organisation_id is not null
