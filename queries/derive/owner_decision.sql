-- owner_decision: what people have decided that an owner is, and when.
--
-- in:    override, override_replaced, run
-- grain: provider_id, from_date
-- why:   decisions under snav, as sector/pattern_override applies them: one
--        that another replaces does not hold where the other does, and one
--        whose review is due does not hold and brings nothing back.

with made as (
    select distinct
        decision_id,
        provider_id,
        sector,
        valid_from,
        coalesce(valid_to, date '9999-12-31') as valid_to,
        review_by,
        line,
    from override
    where definition = 'snav'
),

spell as (
    select
        provider_id,
        day as from_date,
        lead(day) over (partition by provider_id order by day) as to_date,
    from (
        select made.provider_id, made.valid_from as day from made
        union
        select made.provider_id, made.valid_to from made
    )
)

select
    made.provider_id,
    made.sector,
    spell.from_date,
    spell.to_date,
    made.line,
from spell
join made
    on made.provider_id = spell.provider_id
    and made.valid_from <= spell.from_date
    and made.valid_to >= spell.to_date
cross join run
where made.review_by > run.date
    and not exists (
        select 1
        from made as newer
        join override_replaced
            on override_replaced.decision_id = newer.decision_id
        where override_replaced.older_id = made.decision_id
            and newer.valid_from <= spell.from_date
            and newer.valid_to >= spell.to_date
    )
