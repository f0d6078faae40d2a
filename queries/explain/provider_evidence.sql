-- provider_evidence: what an edition's trace knows of one provider.
--
-- in:    evidence
-- grain: attribute, value, source, from_date
-- why:   parameters: the identifier.

select
    attribute,
    value,
    source,
    observed_date,
    from_date,
    to_date,
    file,
    line,
from evidence
where provider_id = $1
order by attribute, from_date, source, value
