-- override_replaced: the decisions that each decision replaces.
--
-- in:    override
-- grain: decision_id, older_id
-- why:   directly, or through others in between.

with recursive replaced as (
    select distinct
        decision_id,
        supersedes as older_id,
    from override
    where supersedes is not null
    union
    select
        replaced.decision_id,
        override.supersedes as older_id,
    from replaced
    join override on override.decision_id = replaced.older_id
    where override.supersedes is not null
)

select
    decision_id,
    older_id,
from replaced
