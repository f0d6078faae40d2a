-- evidence_at: the evidence that holds for a provider at a reference date.
--
-- in:    definition_need, evidence_interval, provider_identity, provider_point,
--        rule_condition
-- grain: provider_key, period_key, attribute, value
-- why:   only attributes that some rule or definition asks for can decide
--        anything. What kind of provider an identifier is, and how it is
--        masked, is known from the identifier and counts as evidence.
--        Evidence is carried when it was observed outside the period that it
--        is used for.

with held as (
    select
        provider_point.provider_key,
        provider_point.period_key,
        evidence_interval.attribute,
        evidence_interval.value,
        coalesce(
            evidence_interval.observed_date < provider_point.from_date
            or evidence_interval.observed_date >= provider_point.to_date,
            false
        ) as is_carried,
    from provider_point
    join evidence_interval
        on evidence_interval.provider_key = provider_point.provider_key
        and evidence_interval.from_date <= provider_point.reference_date
        and evidence_interval.to_date > provider_point.reference_date
    where evidence_interval.attribute in (
        select rule_condition.attribute from rule_condition
        union
        select definition_need.attribute from definition_need
    )
    union all
    select
        provider_point.provider_key,
        provider_point.period_key,
        'provider_kind' as attribute,
        provider_identity.provider_kind as value,
        false as is_carried,
    from provider_point
    join provider_identity using (provider_key)
    union all
    select
        provider_point.provider_key,
        provider_point.period_key,
        'mask' as attribute,
        provider_identity.mask as value,
        false as is_carried,
    from provider_point
    join provider_identity using (provider_key)
    where provider_identity.mask is not null
)

select
    provider_key,
    period_key,
    attribute,
    value,
    bool_and(is_carried) as is_carried,
from held
group by all
