-- link: what became of each supplier that a source knows by name only.
--
-- in:    link, name, provider
-- grain: provider_id
-- why:   natural persons are neither looked for nor named.

select
    link.provider_id,
    coalesce(name.name, '') as name,
    link.status,
    coalesce(link.organisation_id, '') as organisation_id,
    coalesce(other_name.name, '') as organisation_name,
    link.confirming,
    link.score,
    link.why,
from link
join provider using (provider_id)
left join name using (provider_key)
left join provider as other on other.provider_id = link.organisation_id
left join name as other_name on other_name.provider_key = other.provider_key
where link.why <> 'natural_person'
order by link.provider_id
