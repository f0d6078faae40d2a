-- evidence: what sources say of each organisation, in published order.
--
-- in:    attribute, classification, evidence_interval, listed_organisation,
--        provider_identity
-- grain: provider_id, attribute, value, source, is_observed, from_date
-- why:   a reader who doubts a sector asks who says so, and when. Organisations
--        of the classification only, and only what can decide a sector: what
--        names somebody else (owners, the number before) stays private to the
--        producer, since an owner may be a natural person. An observation is
--        told by the days on which it was first and last seen; a stated
--        validity as it stands, without an end where none is stated.

with listed as (
    select distinct provider_id
    from classification
),

said as (
    select
        provider_identity.provider_id,
        evidence_interval.attribute,
        evidence_interval.value,
        evidence_interval.source,
        evidence_interval.observed_date is not null as is_observed,
        coalesce(
            evidence_interval.observed_date, evidence_interval.from_date
        ) as from_date,
        case
            when evidence_interval.observed_date is not null
                then evidence_interval.observed_date
            when evidence_interval.to_date < date '9999-12-31'
                then evidence_interval.to_date - 1
        end as to_date,
    from evidence_interval
    join listed_organisation using (provider_key)
    join provider_identity using (provider_key)
    join listed using (provider_id)
    join attribute
        on attribute.code = evidence_interval.attribute
        and attribute.other_id = 'no'
)

select
    provider_id,
    attribute,
    value,
    source,
    is_observed,
    min(from_date) as from_date,
    case when bool_and(to_date is not null) then max(to_date) end as to_date,
from said
group by
    provider_id, attribute, value, source, is_observed,
    case when not is_observed then from_date end
order by all
