-- ruling_evidence: what the loads of an edition say of one provider.
--
-- in:    evidence, link
-- grain: none
-- why:   sector/evidence_interval reads it under this name. An explanation
--        shows all evidence, also what no rule asks for, and what is known of
--        the organisation that a supplier without a number is linked to. The
--        trace of an earlier version may know nothing of two organisations.
--        Parameters: the identifier.

select *
from (select null::varchar as other_id where false)
union all by name
select
    evidence.*,
    evidence.provider_id as provider_key,
from evidence
where provider_id = $1
    or provider_id in (
        select link.organisation_id
        from link
        where link.provider_id = $1
    )
