-- mask_claim: what a source claims of everybody behind a mask.
--
-- in:    evidence, provider_identity, volume
-- grain: load_id, provider_key, attribute, value
-- why:   rows that hide their provider, or name none, are one provider to the
--        program, and many in truth. What one row says, its legal form most of
--        all, must not decide the volume of the others. Only a claim of sector
--        that stands on every one of the load's rows is true of them all.

with hidden as (
    select
        volume.load_id,
        volume.provider_key,
        count(distinct volume.line) as lines,
    from volume
    join provider_identity using (provider_key)
    where provider_identity.mask is not null
    group by all
),

claimed as (
    select
        evidence.load_id,
        evidence.provider_key,
        evidence.attribute,
        evidence.value,
        count(distinct volume.line) as lines,
    from evidence
    join volume
        on volume.load_id = evidence.load_id
        and volume.provider_key = evidence.provider_key
        and volume.line = evidence.line
    semi join hidden
        on hidden.load_id = evidence.load_id
        and hidden.provider_key = evidence.provider_key
    where evidence.attribute in ('ownership_claim', 'sector_claim')
    group by all
)

select
    claimed.load_id,
    claimed.provider_key,
    claimed.attribute,
    claimed.value,
from claimed
join hidden using (load_id, provider_key, lines)
