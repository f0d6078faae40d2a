-- ruling_evidence: evidence that some rule or definition asks for.
--
-- in:    definition_need, evidence, rule_condition
-- as:    view
-- grain: none
-- why:   nothing else can decide anything. Names are most of all evidence and
--        are left where they are.

select *
from evidence
where attribute in (
    select rule_condition.attribute from rule_condition
    union
    select definition_need.attribute from definition_need
)
