-- owner_decision: what people have decided that an owner is, and when.
--
-- in:    override, override_replaced, run
-- grain: reversed_id, provider_id, from_date
-- why:   decisions under snav, as sector/pattern_override applies them: one
--        that another replaces does not hold where the other does, and one
--        whose review is due does not hold and brings nothing back. reversed_id
--        is empty for what holds; the other rows are what would hold for the
--        same owner if that one decision were not applied, or, where its review
--        is due, if it were: see sector/reversed_provider.

with made as (
    select distinct
        decision_id,
        provider_id,
        sector,
        valid_from,
        coalesce(valid_to, date '9999-12-31') as valid_to,
        review_by <= run.date as is_expired,
        line,
    from override
    cross join run
    where definition = 'snav'
),

reversal as (
    select
        '' as reversed_id,
        *,
    from made
    union all
    select
        target.decision_id as reversed_id,
        made.* replace (
            made.is_expired and made.decision_id <> target.decision_id
                as is_expired
        ),
    from made as target
    join made using (provider_id)
    where target.is_expired or made.decision_id <> target.decision_id
),

spell as (
    select
        reversed_id,
        provider_id,
        day as from_date,
        lead(day) over (
            partition by reversed_id, provider_id order by day
        ) as to_date,
    from (
        select
            reversal.reversed_id,
            reversal.provider_id,
            reversal.valid_from as day,
        from reversal
        union
        select
            reversal.reversed_id,
            reversal.provider_id,
            reversal.valid_to,
        from reversal
    )
),

held as (
    select
        spell.from_date,
        spell.to_date,
        reversal.* exclude (valid_from, valid_to),
    from spell
    join reversal
        on reversal.reversed_id = spell.reversed_id
        and reversal.provider_id = spell.provider_id
        and reversal.valid_from <= spell.from_date
        and reversal.valid_to >= spell.to_date
)

select
    held.reversed_id,
    held.provider_id,
    held.sector,
    held.from_date,
    held.to_date,
    held.line,
from held
where not held.is_expired
    and not exists (
        select 1
        from held as newer
        join override_replaced
            on override_replaced.decision_id = newer.decision_id
        where override_replaced.older_id = held.decision_id
            and newer.reversed_id = held.reversed_id
            and newer.provider_id = held.provider_id
            and newer.from_date = held.from_date
    )
