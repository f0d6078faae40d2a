-- owner_link: who owns which part of an organisation, and when.
--
-- in:    evidence_interval, provider_identity
-- grain: owned_id, owner_id, source, load_id, from_date, to_date
-- why:   what the package owner follows to the end of the chain, in
--        ten-thousandths of a per cent. Shares and votes of one owner stand on
--        rows of their own; several rows of one file, such as classes of
--        shares, are parts of one holding and add up, also when they are equal.
--        What two files of a source say is not added: it is said twice.

select
    provider_identity.provider_id as owned_id,
    evidence_interval.other_id as owner_id,
    sum((evidence_interval.value::decimal(9, 4) * 10000)::bigint) filter (
        evidence_interval.attribute = 'owner_share'
    )::bigint as share,
    sum((evidence_interval.value::decimal(9, 4) * 10000)::bigint) filter (
        evidence_interval.attribute = 'owner_votes'
    )::bigint as votes,
    evidence_interval.from_date,
    evidence_interval.to_date,
    evidence_interval.source,
    evidence_interval.load_id,
    min(evidence_interval.line) as line,
    max(evidence_interval.observed_date) as observed_date,
from evidence_interval
join provider_identity using (provider_key)
where evidence_interval.attribute in ('owner_share', 'owner_votes')
group by
    provider_identity.provider_id, evidence_interval.other_id,
    evidence_interval.from_date, evidence_interval.to_date,
    evidence_interval.source, evidence_interval.load_id
