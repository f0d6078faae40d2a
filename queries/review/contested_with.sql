-- contested_with: what the rules that lost a disagreement would have said.
--
-- in:    provider_part, rule
-- grain: definition, rule, other_rules
-- why:   as in sector/pattern_sector only rules that rest on evidence, and not
--        on its absence, disagree. Known not to be public is private or
--        ideburen.

with decided as (
    select distinct
        definition,
        rule,
        sector,
        other_rules,
        unnest(string_split(other_rules, ' ')) as other_rule,
    from provider_part
    where is_contested
)

select
    decided.definition,
    decided.rule,
    decided.other_rules,
    coalesce(bool_or(other.sector = 'public'), false) as by_public,
    coalesce(bool_or(other.sector in ('private', 'nonpublic')), false)
        as by_private,
    coalesce(bool_or(other.sector in ('ideburen', 'nonpublic')), false)
        as by_ideburen,
from decided
left join rule as other
    on other.definition = decided.definition
    and other.rule = decided.other_rule
    and other.sector <> decided.sector
    and other.sector <> 'unknown'
    and (other.sector <> 'nonpublic' or decided.sector = 'public')
    and other.basis <> 'presumed'
    and not other.is_fallback
group by all
