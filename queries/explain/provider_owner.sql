-- provider_owner: who holds the majority of one provider, and their chain.
--
-- in:    owner
-- grain: attribute, from_date
-- why:   owners are evidence made of evidence; the chain defends it. The trace
--        of an earlier version may not tell what is presumed. Parameters: the
--        identifier.

select
    case
        when is_presumed then 'owner_presumption'
        else 'owner_majority'
    end as attribute,
    majority,
    from_date,
    to_date,
    is_contested,
    coalesce(chain_sv, '') as chain_sv,
    coalesce(chain_en, '') as chain_en,
from (
    select *
    from (select null::boolean as is_presumed where false)
    union all by name
    select owner.* from owner
)
where provider_id = $1
order by from_date
