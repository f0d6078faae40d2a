-- ruling_evidence: evidence that a rule asks for or that more is derived from.
--
-- in:    attribute, definition_need, evidence, rule_condition
-- as:    view
-- grain: none
-- why:   nothing else can decide anything. Names are most of all evidence and
--        are left where they are; owners and numbers before a conversion name
--        another organisation.

select *
from evidence
where attribute in (
    select rule_condition.attribute from rule_condition
    union
    select definition_need.attribute from definition_need
    union
    select attribute.code from attribute
    where attribute.other_id = 'yes'
)
