-- reversed_provider: whose evidence would be other with one decision reversed.
--
-- in:    linked_name, override, override_interval, owner_majority_reversed,
--        provider_identity, run
-- grain: decision_id, provider_key
-- why:   to reverse a decision is to take it away where it is applied, and to
--        renew it where its review is due. Whom it is about, the suppliers that
--        are linked to it and those it owns may then have another sector. Each
--        is decided once more under a number of its own, below zero, by the
--        same rules in the same pass, so that what a decision is said to do is
--        what an edition without it would show. None of them is counted.

with known as (
    select provider_identity.provider_id, provider_identity.provider_key
    from provider_identity
    union all
    select linked_name.organisation_id, linked_name.provider_key
    from linked_name
),

concerned as (
    select
        override_interval.decision_id,
        override_interval.provider_key,
        false as is_owned,
    from override_interval
    union all
    select
        owner_majority_reversed.decision_id,
        known.provider_key,
        true as is_owned,
    from owner_majority_reversed
    join known using (provider_id)
),

due as (
    select
        override.decision_id,
        bool_or(override.review_by <= run.date) as is_expired,
    from override
    cross join run
    group by override.decision_id
)

select
    concerned.decision_id,
    concerned.provider_key,
    (-row_number() over (
        order by concerned.decision_id, concerned.provider_key
    ))::integer as reversed_key,
    bool_or(concerned.is_owned) as is_owned,
    due.is_expired,
from concerned
join due using (decision_id)
group by concerned.decision_id, concerned.provider_key, due.is_expired
