-- classification: each organisation's sectors, in published order.
--
-- in:    classification
-- grain: definition, provider_id, from_date
-- why:   see share/classification.

select
    definition,
    provider_id,
    name,
    from_date,
    to_date,
    sector,
    kind,
    basis,
    rule,
    reason,
    is_contested,
    other_rules,
    evidence,
from classification
order by definition, provider_id, from_date
