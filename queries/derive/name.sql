-- name: the latest name of each provider.
--
-- in:    evidence
-- grain: provider_key
-- why:   names change and sources spell them differently; the latest is shown,
--        and of several on one day the first in byte order. A name decides
--        nothing. Natural persons have none: decode leaves them out.

select
    provider_key,
    first(value order by
        coalesce(observed_date, valid_from) desc nulls last, value
    ) as name,
from evidence
where attribute = 'name'
group by all
