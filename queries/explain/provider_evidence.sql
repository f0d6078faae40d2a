-- provider_evidence: what an edition's trace knows of one provider, in time.
--
-- in:    evidence_interval, load, provider
-- grain: attribute, value, other_id, source, from_date, file, line
-- why:   evidence_interval has been made for the provider that is asked for.

select
    evidence_interval.attribute,
    evidence_interval.value,
    evidence_interval.other_id,
    coalesce(provider.name, '') as other_name,
    evidence_interval.source,
    evidence_interval.observed_date,
    evidence_interval.from_date,
    evidence_interval.to_date,
    load.file,
    load.sha256,
    evidence_interval.line,
from evidence_interval
join load using (load_id)
left join provider on provider.provider_id = evidence_interval.other_id
order by
    evidence_interval.attribute, evidence_interval.from_date,
    evidence_interval.source, evidence_interval.value,
    evidence_interval.other_id, load.file, evidence_interval.line
