-- one_sector: providers that do not have exactly one sector at a period.
--
-- in:       definition, pattern, pattern_sector, period, provider_decided,
--           provider_identity, provider_period
-- grain:    definition, provider_id, measure, period, reference_date
-- why:      every definition ends in a catch-all, so every provider has one
--           sector, basis and reason at each reference date. Patterns are
--           counted instead of providers, which are many times more, and who
--           is left out is found before there is a row for each definition.
-- severity: error
-- hint:     end the definition's rules with one that has no `when` and gives
--           unknown

with counted as (
    select
        definition.definition,
        pattern.pattern_id,
        count(pattern_sector.sector) as sectors,
    from pattern
    cross join definition
    left join pattern_sector using (definition, pattern_id)
    group by all
),

left_out as (
    select distinct
        provider_key,
        period_key,
    from provider_period
    anti join provider_decided using (provider_key, period_key)
),

wrong as (
    select
        counted.definition,
        provider_decided.provider_key,
        provider_decided.period_key,
        counted.sectors,
    from provider_decided
    join counted using (pattern_id)
    where counted.sectors <> 1
    union all
    select
        definition.definition,
        left_out.provider_key,
        left_out.period_key,
        0 as sectors,
    from left_out
    cross join definition
)

select
    wrong.definition,
    provider_identity.provider_id,
    period.measure,
    period.period,
    period.reference_date,
    wrong.sectors,
from wrong
join period using (period_key)
left join provider_identity using (provider_key)
