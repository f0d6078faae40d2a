-- provider_owner: who holds the majority of one provider, and their chain.
--
-- in:    owner
-- grain: from_date
-- why:   owners are evidence made of evidence; the chain defends it.
--        Parameters: the identifier.

select
    majority,
    from_date,
    to_date,
    is_contested,
    coalesce(chain_sv, '') as chain_sv,
    coalesce(chain_en, '') as chain_en,
from owner
where provider_id = $1
order by from_date
