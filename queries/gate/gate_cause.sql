-- gate_cause: the single cause that explains most of a development.
--
-- in:    gate_effect, gate_judged, listed_organisation, load, name, period,
--        provider_identity, provider_period, source_period, succession
-- grain: card, earlier_key, later_key, sector
-- why:   method 5: an exit or a conversion of one organisation, a source that
--        is new, or a break that somebody has filed. All exits together are no
--        single cause: half a file is a great many exits. What one number lost
--        and the next took over is one conversion. A source is there in a year
--        of months when it reports any of them.

with known as (
    select
        gate_effect.*,
        case
            when gate_effect.cause = 'converted' then succession.activity_key
            when gate_effect.cause = 'ended' then gate_effect.provider_key
        end as activity_key,
        gate_effect.cause = 'arrived' and not exists (
            select 1
            from provider_period
            join load using (load_id)
            join source_period using (source)
            join period as earlier
                on earlier.period_key = source_period.period_key
            join period as later
                on later.period_key = provider_period.period_key
            where provider_period.provider_key = gate_effect.provider_key
                and earlier.counted_key = gate_effect.earlier_key
                and later.counted_key = gate_effect.later_key
        ) as is_new_source,
    from gate_effect
    left join succession using (provider_key)
),

possible as (
    select
        card,
        earlier_key,
        later_key,
        sector,
        cause,
        activity_key,
        millionths(sum(numerator), max(denominator)) as effect,
    from known
    where cause in ('ended', 'converted')
    group by all
    union all
    select
        card,
        earlier_key,
        later_key,
        sector,
        'new_source',
        null,
        millionths(sum(numerator), max(denominator)),
    from known
    where is_new_source
    group by all
    union all
    select
        card,
        earlier_key,
        later_key,
        sector,
        'break',
        null,
        change,
    from gate_judged
    where is_break
),

ranked as (
    select
        possible.*,
        provider_identity.provider_id,
        listed_organisation.provider_key is not null as is_listed,
        name.name,
        row_number() over (
            partition by card, earlier_key, later_key, sector
            order by possible.effect * sign(gate_judged.change) desc,
                possible.cause, provider_identity.provider_id
        ) as place_in_order,
    from possible
    join gate_judged using (card, earlier_key, later_key, sector)
    left join provider_identity
        on provider_identity.provider_key = possible.activity_key
    left join listed_organisation
        on listed_organisation.provider_key = possible.activity_key
    left join name on name.provider_key = possible.activity_key
)

select
    card,
    earlier_key,
    later_key,
    sector,
    cause,
    case when is_listed then provider_id else '' end as provider_id,
    case when is_listed then coalesce(name, '') else '' end as name,
    effect,
from ranked
where place_in_order = 1
