-- pattern_sector: the one sector of each pattern under each definition.
--
-- in:    pattern_override, pattern_rule
-- grain: pattern_id, definition
-- why:   a decision that people have made comes before the rules and says so:
--        its basis is override, and the rules that would have decided are
--        shown. What they decide to leave undecided is a contradiction that
--        nobody could settle.

with applied as (
    select
        pattern_rule.*,
        pattern_override.decision_id,
        pattern_override.sector as decided_sector,
        pattern_override.decision_id is not null as is_overridden,
    from pattern_rule
    left join pattern_override
        on pattern_override.pattern_id = pattern_rule.pattern_id
        and pattern_override.definition = pattern_rule.definition
        and not pattern_override.is_expired
)

select
    pattern_id,
    definition,
    coalesce(decided_sector, sector) as sector,
    case when is_overridden then 'override' else basis end as basis,
    case when is_overridden then 'override' else rule end as rule,
    case
        when not is_overridden then reason
        when decided_sector in ('nonpublic', 'unknown') then 'contradiction'
    end as reason,
    could_be_public and not is_overridden as could_be_public,
    could_be_private and not is_overridden as could_be_private,
    could_be_ideburen and not is_overridden as could_be_ideburen,
    is_carried and not is_overridden as is_carried,
    is_contested and not is_overridden as is_contested,
    case
        when is_overridden then concat_ws(' ', rule, other_rules)
        else other_rules
    end as other_rules,
    decision_id,
from applied
