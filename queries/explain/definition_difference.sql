-- definition_difference: who is of different sectors under the definitions.
--
-- in:    asked, listed_provider, provider_part
-- grain: measure, period, place, area, agreement, listed_id, sectors, rules
-- why:   sectors, bases, rules and reasons are lists of words, one for each
--        definition that is asked about, in the order in which it is: what
--        differs is every provider that has not the same sector under all of
--        them. No reason is a full stop.

with decided as (
    select
        asked.measure,
        asked.period,
        asked.place,
        asked.area,
        asked.agreement,
        provider_part.provider_id,
        provider_part.reference_date,
        provider_part.name,
        provider_part.amount,
        string_agg(sector, ' ' order by asked.asked::integer) as sectors,
        string_agg(basis, ' ' order by asked.asked::integer) as bases,
        string_agg(rule, ' ' order by asked.asked::integer) as rules,
        string_agg(
            coalesce(nullif(reason, ''), '.'), ' '
            order by asked.asked::integer
        ) as reasons,
    from provider_part
    join asked using (asked)
    group by all
    having min(sector) <> max(sector)
),

line as (
    select
        decided.* exclude (provider_id, reference_date, name, amount),
        case when listed_id = provider_id then name else '' end as name,
        listed_provider.listed_id,
        listed_provider.provider_kind,
        count(distinct decided.provider_id) as providers,
        sum(decided.amount)::bigint as amount,
    from decided
    join listed_provider using (provider_id)
    group by all
)

select
    line.measure,
    line.period,
    line.place,
    line.area,
    line.agreement,
    line.listed_id,
    line.provider_kind,
    line.name,
    line.sectors,
    line.bases,
    line.rules,
    line.reasons,
    line.providers,
    line.amount,
from line
order by
    line.measure, line.period, line.place, line.area, line.agreement,
    line.listed_id, line.sectors, line.rules
