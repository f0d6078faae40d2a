-- pattern_override: the decision that people have made about a pattern.
--
-- in:    override, override_replaced, pattern, run
-- grain: pattern_id, definition
-- why:   decisions hold in time like evidence and are part of the pattern. One
--        that another replaces, directly or through others, does not hold where
--        the other does. One whose review is due does not hold, and neither
--        does what it had replaced: somebody found that to be wrong.

with held as (
    select
        pattern_id,
        unnest(evidence, recursive := true),
    from pattern
),

made as (
    select
        held.pattern_id,
        override.*,
        override.review_by <= run.date
            and held.attribute = 'override' as is_expired,
    from held
    join override on override.decision_id = held.value
    cross join run
    where held.attribute in ('override', 'renewed')
)

select
    made.pattern_id,
    made.definition,
    made.decision_id,
    made.sector,
    made.is_expired,
from made
where not exists (
    select 1
    from made as newer
    join override_replaced
        on override_replaced.decision_id = newer.decision_id
    where newer.pattern_id = made.pattern_id
        and newer.definition = made.definition
        and override_replaced.older_id = made.decision_id
)
