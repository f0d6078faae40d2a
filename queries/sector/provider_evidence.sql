-- provider_evidence: what is known of each provider, between which moments.
--
-- in:    evidence_interval, evidence_moment, override_interval,
--        provider_identity
-- grain: none
-- why:   holds from from_moment and up to, but not on, to_moment. seen_moment
--        is the first after the day of the observation, empty where a validity
--        is stated. What kind of provider an identifier names, and how it is
--        masked, is known from the identifier and counts as evidence, and so
--        does what people have decided. What
--        many providers share is one fact, known by its hash: see fact.

with known as (
    select
        evidence_interval.provider_key,
        evidence_interval.attribute,
        evidence_interval.value,
        first.moment_id as from_moment,
        last.moment_id as to_moment,
        seen.moment_id as seen_moment,
    from evidence_interval
    join evidence_moment as first on first.day = evidence_interval.from_date
    join evidence_moment as last on last.day = evidence_interval.to_date
    left join evidence_moment as seen
        on seen.day = evidence_interval.observed_date + 1
    where first.moment_id < last.moment_id
    union all
    select
        provider_identity.provider_key,
        'provider_kind' as attribute,
        provider_identity.provider_kind as value,
        0 as from_moment,
        2147483647 as to_moment,
        null::integer as seen_moment,
    from provider_identity
    union all
    select
        provider_identity.provider_key,
        'mask' as attribute,
        provider_identity.mask as value,
        0 as from_moment,
        2147483647 as to_moment,
        null::integer as seen_moment,
    from provider_identity
    where provider_identity.mask is not null
    union all
    select
        override_interval.provider_key,
        'override' as attribute,
        override_interval.decision_id as value,
        first.moment_id as from_moment,
        last.moment_id as to_moment,
        null::integer as seen_moment,
    from override_interval
    join evidence_moment as first on first.day = override_interval.from_date
    join evidence_moment as last on last.day = override_interval.to_date
    where first.moment_id < last.moment_id
)

select
    *,
    hash(attribute, value, from_moment, to_moment, seen_moment) as fact_id,
from known
