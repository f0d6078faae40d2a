-- link_supplier: suppliers that their source knows by name only.
--
-- in:    evidence, load, provider_identity
-- grain: provider_id
-- why:   what the package link looks for among organisations with a number. A
--        supplier of one file may be spelt in several ways; texts are joined
--        by the unit separator.

select
    provider_identity.provider_id,
    min(load.source) as source,
    min(evidence.value) filter (evidence.attribute = 'name') as name,
    coalesce(string_agg(
        distinct evidence.value, chr(31) order by evidence.value
    ) filter (evidence.attribute = 'legal_form'), '') as forms,
    coalesce(string_agg(
        distinct evidence.value, chr(31) order by evidence.value
    ) filter (evidence.attribute = 'sni'), '') as sni,
    coalesce(string_agg(
        distinct evidence.value, chr(31) order by evidence.value
    ) filter (evidence.attribute = 'postal_place'), '') as places,
from provider_identity
join evidence using (provider_key)
join load using (load_id)
where provider_identity.provider_kind = 'named'
group by provider_identity.provider_id
having count(*) filter (evidence.attribute = 'name') > 0
