-- ruling_evidence: evidence that a rule asks for or that more is derived from.
--
-- in:    attribute, definition_need, evidence, mask_claim, provider_identity,
--        rule_condition
-- as:    view
-- grain: none
-- why:   nothing else can decide anything. Names are most of all evidence and
--        are left where they are; owners and numbers before a conversion name
--        another organisation. Of a mask only what is true of all behind it
--        counts: see mask_claim.

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
    and (
        provider_key not in (
            select provider_identity.provider_key
            from provider_identity
            where provider_identity.mask is not null
        )
        or (load_id, provider_key, attribute, value) in (
            select (
                mask_claim.load_id, mask_claim.provider_key,
                mask_claim.attribute, mask_claim.value
            )
            from mask_claim
        )
    )
