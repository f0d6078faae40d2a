-- provider_decision: one provider's sectors, by definition and period.
--
-- in:    decision
-- grain: definition, measure, period
-- why:   parameters: the identifier.

select
    definition,
    measure,
    period,
    reference_date,
    sector,
    basis,
    rule,
    coalesce(reason, '') as reason,
    is_carried,
    is_contested,
    coalesce(other_rules, '') as other_rules,
    coalesce(silence, '') as silence,
from decision
where provider_id = $1
order by definition, reference_date, measure, period
