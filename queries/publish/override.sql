-- override: each decision and what it does, in published order.
--
-- in:    measure, name, override, override_effect, pattern_override, provider,
--        provider_decided, run
-- grain: decision_id, definition, card, period
-- why:   a decision that no card shows is a row too, with nothing moved: it may
--        still count in cells that are not headlines. One about an owner moves
--        definitions that it does not name, because of what is owned: these
--        have rows where they do. Unused is one that decides nothing anywhere.

with decision as (
    select
        override.*,
        run.date as run_date,
    from override
    cross join run
),

listed as (
    select * exclude (supersedes, line)
    from decision
    union all
    select distinct
        decision.* exclude (supersedes, line) replace (
            override_effect.definition as definition
        ),
    from override_effect
    join decision using (decision_id)
    where override_effect.amount <> 0
        and (decision_id, override_effect.definition) not in (
            select (own.decision_id, own.definition)
            from override as own
        )
)

select
    listed.decision_id,
    listed.provider_id,
    coalesce(name.name, '') as name,
    listed.definition,
    listed.valid_from,
    listed.valid_to,
    listed.sector,
    coalesce(override_effect.sector_without, '') as sector_without,
    listed.reason_code,
    listed.review_by,
    case
        when listed.review_by <= listed.run_date then 'expired'
        when override_effect.card is not null
            or (listed.decision_id, listed.definition) in (
                select (made.decision_id, made.definition)
                from pattern_override as made
                semi join provider_decided as counted
                    on counted.pattern_id = made.pattern_id
                    and counted.provider_key > 0
            )
            then 'applied'
        else 'unused'
    end as status,
    coalesce(override_effect.card, '') as card,
    coalesce(override_effect.period, '') as period,
    override_effect.amount,
    override_effect.share_with,
    override_effect.share_without,
    coalesce(measure.decimals, 0) as decimals,
from listed
left join provider using (provider_id)
left join name using (provider_key)
left join override_effect using (decision_id, definition)
left join measure on measure.measure = override_effect.measure
order by
    listed.decision_id, listed.definition, override_effect.card,
    override_effect.period
