-- review_line: the open providers of each total, and what each could move.
--
-- in:    evidence, open_provider, period
-- grain: asked, listed_id, rule, other_rules, expired_decision
-- why:   a line is what can be decided at once: a provider, or all natural
--        persons, or one mask of a source. Of a name the latest is shown, and
--        what is known is every fact but the names.

with line as (
    select
        asked,
        measure,
        period,
        reference_date,
        listed_id,
        listed_kind,
        sector,
        basis,
        rule,
        reason,
        why,
        other_rules,
        expired_decision,
        can_be_public,
        can_be_private,
        can_be_ideburen,
        count(*) as providers,
        sum(positive)::bigint as positive,
        sum(negative)::bigint as negative,
        sum(hidden_low)::bigint as hidden_low,
        sum(hidden_high)::bigint as hidden_high,
    from open_provider
    group by all
),

fact as (
    select
        evidence.provider_id as listed_id,
        first(evidence.value order by
            coalesce(evidence.observed_date, evidence.valid_from) desc
                nulls last,
            evidence.value
        ) filter (evidence.attribute = 'name') as name,
        string_agg(
            distinct evidence.attribute || '=' || evidence.value, ' '
            order by evidence.attribute || '=' || evidence.value
        ) filter (evidence.attribute <> 'name') as known,
    from evidence
    semi join line on line.listed_id = evidence.provider_id
    group by all
)

select
    line.* exclude (measure, period, reference_date),
    least(period.from_date, period.reference_date)::varchar as from_date,
    greatest(period.to_date, period.reference_date + 1)::varchar as to_date,
    coalesce(fact.name, '') as name,
    coalesce(fact.known, '') as known,
from line
join period using (measure, period, reference_date)
left join fact using (listed_id)
order by
    line.asked, line.listed_id, line.rule, line.other_rules,
    line.expired_decision
