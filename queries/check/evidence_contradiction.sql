-- evidence_contradiction: providers of whom one source says two things at once.
--
-- in:       evidence_interval, load, provider_identity, rule_condition
-- grain:    provider_id, attribute, source, from_date
-- why:      sources that contradict each other are decided by rule order and
--           marked contested; a source that contradicts itself on one day is
--           an error in the data, and which row is right is a decision for
--           people, not for the order of the rows.
-- severity: error
-- hint:     correct the row in the file, or give the wrong row a drop_reason in
--           the source's evidence SQL

select
    provider_identity.provider_id,
    one.attribute,
    one.source,
    greatest(one.from_date, other.from_date) as from_date,
    min(one.value || ' (' || one_load.file || ' line ' || one.line || ')')
        as one_value,
    max(other.value || ' (' || other_load.file || ' line ' || other.line || ')')
        as other_value,
from evidence_interval as one
join evidence_interval as other
    on other.provider_key = one.provider_key
    and other.attribute = one.attribute
    and other.source = one.source
    and other.value > one.value
    and other.from_date < one.to_date
    and one.from_date < other.to_date
join provider_identity on provider_identity.provider_key = one.provider_key
join load as one_load on one_load.load_id = one.load_id
join load as other_load on other_load.load_id = other.load_id
where one.attribute in (
        select rule_condition.attribute from rule_condition
    )
    and provider_identity.mask is null
group by all
