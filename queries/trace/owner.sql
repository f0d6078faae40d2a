-- owner: who holds the majority of an organisation, and its chain.
--
-- in:    owner_majority
-- grain: provider_id, from_date, is_presumed
-- why:   owners are evidence made of evidence; the chain is what defends it.

select
    provider_id,
    majority,
    from_date,
    to_date,
    is_contested,
    chain_sv,
    chain_en,
    is_presumed,
from owner_majority
