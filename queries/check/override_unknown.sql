-- override_unknown: decisions about providers that no source names.
--
-- in:       override, owner_link, provider
-- grain:    decision_id
-- why:      a decision that applies to nobody is most often a misspelt number,
--           and the one it was meant for is still undecided. One about an owner
--           applies to what it owns.
-- severity: error
-- hint:     correct provider_id in overrides.csv: an organisation number, or an
--           identifier as tables/classification.csv writes it

select distinct
    override.decision_id,
    'overrides.csv:' || override.line as file,
    override.provider_id,
from override
anti join provider using (provider_id)
where override.provider_id not in (select owner_link.owner_id from owner_link)
