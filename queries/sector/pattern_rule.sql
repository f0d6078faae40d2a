-- pattern_rule: the sector that each definition's rules give each pattern.
--
-- in:    rule, rule_clash, rule_match
-- grain: pattern_id, definition
-- why:   the first rule that matches decides. It is contested when a later
--        rule, that rests on evidence and not on its absence, says a sector
--        that cannot be true at the same time: public against anything known
--        not to be public, or private against ideburen. Both are shown.

with ranked as (
    select
        rule_match.*,
        rule.* exclude (definition, rule_order),
        row_number() over (
            partition by rule_match.pattern_id, rule_match.definition
            order by rule_match.rule_order
        ) as place_in_order,
    from rule_match
    join rule using (definition, rule_order)
),

disagreement as (
    select
        winner.pattern_id,
        winner.definition,
        string_agg(later.rule, ' ' order by later.rule_order) as rules,
        bool_or(
            (
                rule_clash.later_order is not null
                or later.basis <> 'presumed' and not later.is_fallback
            )
            and later.sector <> winner.sector
            and 'unknown' not in (later.sector, winner.sector)
            and (
                'public' in (later.sector, winner.sector)
                or 'nonpublic' not in (later.sector, winner.sector)
            )
        ) as is_disagreement,
    from ranked as winner
    join ranked as later
        on later.pattern_id = winner.pattern_id
        and later.definition = winner.definition
        and later.place_in_order > 1
    left join rule_clash
        on rule_clash.pattern_id = winner.pattern_id
        and rule_clash.definition = winner.definition
        and rule_clash.rule_order = winner.rule_order
        and rule_clash.later_order = later.rule_order
    where winner.place_in_order = 1
    group by all
)

select
    ranked.pattern_id,
    ranked.definition,
    ranked.sector,
    ranked.basis,
    ranked.rule,
    ranked.reason,
    ranked.could_be_public,
    ranked.could_be_private,
    ranked.could_be_ideburen,
    ranked.is_carried,
    ranked.is_contested or coalesce(disagreement.is_disagreement, false)
        as is_contested,
    disagreement.rules as other_rules,
from ranked
left join disagreement using (pattern_id, definition)
where ranked.place_in_order = 1
