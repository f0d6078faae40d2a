-- definition_difference: who is of different sectors under the definitions.
--
-- in:    asked, evidence, listed_provider, provider_part
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
        decided.* exclude (provider_id, amount),
        listed_provider.listed_id,
        listed_provider.provider_kind,
        count(*) as providers,
        sum(decided.amount)::bigint as amount,
    from decided
    join listed_provider using (provider_id)
    group by all
),

named as (
    select
        evidence.provider_id as listed_id,
        first(evidence.value order by
            coalesce(evidence.observed_date, evidence.valid_from) desc
                nulls last,
            evidence.value
        ) as name,
    from evidence
    semi join line on line.listed_id = evidence.provider_id
    where evidence.attribute = 'name'
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
    coalesce(named.name, '') as name,
    line.sectors,
    line.bases,
    line.rules,
    line.reasons,
    line.providers,
    line.amount,
from line
left join named using (listed_id)
order by
    line.measure, line.period, line.place, line.area, line.agreement,
    line.listed_id, line.sectors, line.rules
