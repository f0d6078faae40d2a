-- evidence_moment: the first moment on or after each date of evidence.
--
-- in:    evidence_interval, moment, override, override_interval,
--        owner_majority, owner_majority_reversed
-- grain: day
-- why:   see moment. A date after the last moment comes after all of them.

with stated as (
    select evidence_interval.from_date as day from evidence_interval
    union
    select evidence_interval.to_date from evidence_interval
    union
    select (evidence_interval.observed_date + 1)::date from evidence_interval
    where evidence_interval.observed_date is not null
    union
    select override_interval.from_date from override_interval
    union
    select override_interval.to_date from override_interval
    union
    select owner_majority.from_date from owner_majority
    union
    select owner_majority.to_date from owner_majority
    union
    select (owner_majority.first_seen + 1)::date from owner_majority
    where owner_majority.first_seen is not null
    union
    select (owner_majority.last_seen + 1)::date from owner_majority
    where owner_majority.last_seen is not null
    union
    select owner_majority_reversed.from_date from owner_majority_reversed
    union
    select owner_majority_reversed.to_date from owner_majority_reversed
    union
    select override.valid_from from override
    union
    select coalesce(override.valid_to, date '9999-12-31') from override
)

select
    stated.day,
    coalesce(
        moment.moment_id,
        (select coalesce(max(last.moment_id), 0) + 1 from moment as last)
    )::integer as moment_id,
from stated
asof left join moment on moment.day >= stated.day
