-- evidence: what is known of each provider, with its source and validity.
--
-- in:    evidence_interval, load, provider_identity
-- grain: provider_id, attribute, value, other_id, source, observed_date,
--        from_date, to_date
-- why:   an explanation shows all evidence, also what decided nothing.

select
    provider_identity.provider_id,
    provider_identity.provider_kind,
    evidence_interval.attribute,
    evidence_interval.value,
    evidence_interval.other_id,
    evidence_interval.source,
    evidence_interval.observed_date,
    evidence_interval.from_date,
    evidence_interval.to_date,
    load.file,
    load.sha256,
    evidence_interval.line,
from evidence_interval
join provider_identity using (provider_key)
join load using (load_id)
order by
    provider_identity.provider_id, evidence_interval.attribute,
    evidence_interval.from_date, evidence_interval.source,
    evidence_interval.value, evidence_interval.other_id,
    evidence_interval.to_date, evidence_interval.observed_date
