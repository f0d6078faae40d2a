-- provider_evidence: what is known of each provider, between which moments.
--
-- in:    evidence_interval, evidence_moment, linked_name, override_interval,
--        owner_majority, provider_identity
-- grain: none
-- why:   holds from from_moment and up to, but not on, to_moment. seen_moment
--        is the first after the day of the observation, empty where a validity
--        is stated; who the owners are may rest on several observations, of
--        which last_seen_moment is the last. What kind of provider an
--        identifier names, and how it is masked, is known from the identifier
--        and counts as evidence; so do what people have decided, who the owners
--        are, and what is known of the organisation that a supplier without a
--        number is linked to. What many providers share is one fact, known by
--        its hash: see fact.

with dated as (
    select
        evidence_interval.provider_key,
        evidence_interval.attribute,
        evidence_interval.value,
        evidence_interval.from_date,
        evidence_interval.to_date,
        (evidence_interval.observed_date + 1)::date as seen_date,
        seen_date as last_seen_date,
    from evidence_interval
    where evidence_interval.other_id is null
    union all
    select
        linked_name.provider_key,
        evidence_interval.attribute,
        evidence_interval.value,
        evidence_interval.from_date,
        evidence_interval.to_date,
        (evidence_interval.observed_date + 1)::date as seen_date,
        seen_date as last_seen_date,
    from linked_name
    join provider_identity
        on provider_identity.provider_id = linked_name.organisation_id
    join evidence_interval
        on evidence_interval.provider_key = provider_identity.provider_key
    where evidence_interval.other_id is null
    union all
    select
        owned.provider_key,
        case
            when owner_majority.is_presumed then 'owner_presumption'
            else 'owner_majority'
        end as attribute,
        owner_majority.majority as value,
        owner_majority.from_date,
        owner_majority.to_date,
        (owner_majority.first_seen + 1)::date as seen_date,
        (owner_majority.last_seen + 1)::date as last_seen_date,
    from owner_majority
    join (
        select provider_identity.provider_id, provider_identity.provider_key
        from provider_identity
        union all
        select linked_name.organisation_id, linked_name.provider_key
        from linked_name
    ) as owned using (provider_id)
    union all
    select
        override_interval.provider_key,
        'override' as attribute,
        override_interval.decision_id as value,
        override_interval.from_date,
        override_interval.to_date,
        null::date as seen_date,
        null::date as last_seen_date,
    from override_interval
),

known as (
    select
        dated.provider_key,
        dated.attribute,
        dated.value,
        first.moment_id as from_moment,
        last.moment_id as to_moment,
        seen.moment_id as seen_moment,
        last_seen.moment_id as last_seen_moment,
    from dated
    join evidence_moment as first on first.day = dated.from_date
    join evidence_moment as last on last.day = dated.to_date
    left join evidence_moment as seen on seen.day = dated.seen_date
    left join evidence_moment as last_seen
        on last_seen.day = dated.last_seen_date
    where first.moment_id < last.moment_id
    union all
    select
        provider_identity.provider_key,
        'provider_kind' as attribute,
        provider_identity.provider_kind as value,
        0 as from_moment,
        2147483647 as to_moment,
        null::integer as seen_moment,
        null::integer as last_seen_moment,
    from provider_identity
    union all
    select
        provider_identity.provider_key,
        'mask' as attribute,
        provider_identity.mask as value,
        0 as from_moment,
        2147483647 as to_moment,
        null::integer as seen_moment,
        null::integer as last_seen_moment,
    from provider_identity
    where provider_identity.mask is not null
)

select
    *,
    hash(
        attribute, value, from_moment, to_moment, seen_moment, last_seen_moment
    ) as fact_id,
from known
