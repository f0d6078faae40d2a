-- reversed_evidence: what would be known with one decision reversed.
--
-- in:    evidence_moment, linked_name, override, override_interval,
--        owner_majority_reversed, provider_evidence, provider_identity,
--        reversed_provider
-- grain: none
-- why:   see reversed_provider. All that is known but the decision and what
--        follows from it; then what follows without it. A decision whose review
--        is due is there as renewed. Where the only decision about a supplier's
--        name is taken away, those about its organisation hold again.

with dated as (
    select
        reversed_provider.reversed_key,
        case
            when owner_majority_reversed.is_presumed then 'owner_presumption'
            else 'owner_majority'
        end as attribute,
        owner_majority_reversed.majority as value,
        owner_majority_reversed.from_date,
        owner_majority_reversed.to_date,
    from reversed_provider
    join (
        select provider_identity.provider_id, provider_identity.provider_key
        from provider_identity
        union all
        select linked_name.organisation_id, linked_name.provider_key
        from linked_name
    ) as owned using (provider_key)
    join owner_majority_reversed using (decision_id, provider_id)
    where owner_majority_reversed.majority is not null
    union all
    select
        reversed_provider.reversed_key,
        'renewed' as attribute,
        override_interval.decision_id as value,
        override_interval.from_date,
        override_interval.to_date,
    from reversed_provider
    join override_interval using (decision_id, provider_key)
    where reversed_provider.is_expired
    union all
    select distinct
        reversed_provider.reversed_key,
        'override' as attribute,
        override.decision_id as value,
        override.valid_from as from_date,
        coalesce(override.valid_to, date '9999-12-31') as to_date,
    from reversed_provider
    join linked_name using (provider_key)
    join override on override.provider_id = linked_name.organisation_id
    where not reversed_provider.is_expired
        and (linked_name.provider_id, reversed_provider.decision_id) in (
            select (lone.provider_id, min(lone.decision_id))
            from override as lone
            group by lone.provider_id
            having min(lone.decision_id) = max(lone.decision_id)
        )
),

known as (
    select
        reversed_provider.reversed_key as provider_key,
        provider_evidence.attribute,
        provider_evidence.value,
        provider_evidence.from_moment,
        provider_evidence.to_moment,
        provider_evidence.seen_moment,
        provider_evidence.last_seen_moment,
    from reversed_provider
    join provider_evidence using (provider_key)
    where case provider_evidence.attribute
        when 'override'
            then provider_evidence.value <> reversed_provider.decision_id
        when 'owner_majority' then not reversed_provider.is_owned
        when 'owner_presumption' then not reversed_provider.is_owned
        else true
    end
    union all
    select
        dated.reversed_key,
        dated.attribute,
        dated.value,
        first.moment_id,
        last.moment_id,
        null::integer,
        null::integer,
    from dated
    join evidence_moment as first on first.day = dated.from_date
    join evidence_moment as last on last.day = dated.to_date
    where first.moment_id < last.moment_id
)

select
    *,
    hash(
        attribute, value, from_moment, to_moment, seen_moment, last_seen_moment
    ) as fact_id,
from known
