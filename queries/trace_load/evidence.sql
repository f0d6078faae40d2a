-- evidence: what a load says of each provider, as it says it.
--
-- in:    evidence, load, provider_identity
-- grain: line, provider_id, attribute, value, other_id, observed_date,
--        valid_from
-- why:   an explanation shows all evidence, also what decided nothing. It is
--        written once for each load; sector/evidence_interval makes intervals
--        of one provider's when they are asked for. Parameters: the load.

select
    provider_identity.provider_id,
    evidence.attribute,
    evidence.value,
    evidence.other_id,
    evidence.source,
    evidence.valid_from,
    evidence.valid_to,
    evidence.observed_date,
    load.key as load_id,
    evidence.line,
from evidence
join provider_identity using (provider_key)
join load using (load_id)
where evidence.load_id = $1::integer
