-- link_candidate: organisations with a number, and what is known of them.
--
-- in:    cell, evidence, provider_cell, provider_identity
-- as:    view
-- grain: provider_id
-- why:   whom a supplier without a number may be. All names count, former ones
--        too; texts are joined by the unit separator. The kommuner in which an
--        organisation has volume are places that it is found in. It is
--        read only where some supplier has no number.

with found as (
    select
        evidence.provider_key,
        evidence.attribute,
        evidence.value,
    from evidence
    where evidence.attribute in ('name', 'legal_form', 'sni', 'postal_place')
    union
    select
        provider_cell.provider_key,
        'postal_place' as attribute,
        cell.place as value,
    from provider_cell
    join cell using (cell_key)
)

select
    provider_identity.provider_id,
    string_agg(found.value, chr(31) order by found.value) filter (
        found.attribute = 'name'
    ) as names,
    coalesce(string_agg(
        found.value, chr(31) order by found.value
    ) filter (found.attribute = 'legal_form'), '') as forms,
    coalesce(string_agg(
        found.value, chr(31) order by found.value
    ) filter (found.attribute = 'sni'), '') as sni,
    coalesce(string_agg(
        found.value, chr(31) order by found.value
    ) filter (found.attribute = 'postal_place'), '') as places,
from provider_identity
join found using (provider_key)
where provider_identity.provider_kind = 'organisation'
group by provider_identity.provider_id
having count(*) filter (found.attribute = 'name') > 0
