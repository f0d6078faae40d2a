-- fact: the different pieces of evidence that hold somewhere, numbered.
--
-- in:    evidence_at
-- grain: fact_id
-- why:   millions of providers and periods share a few hundred facts. Lists of
--        numbers are compared many times faster than lists of texts. The
--        number is working space only, in the order of attribute and value.

select
    row_number() over (order by attribute, value, is_carried)::integer
        as fact_id,
    attribute,
    value,
    is_carried,
from (
    select distinct
        evidence_at.attribute,
        evidence_at.value,
        evidence_at.is_carried,
    from evidence_at
)
