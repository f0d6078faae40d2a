-- review_line: the open providers of each total, and what each could move.
--
-- in:    evidence, link_match, open_provider
-- grain: asked, listed_id, rule, other_rules, expired_decision
-- why:   a line is what can be decided at once: a provider, or all natural
--        persons, or one mask of a source. What is known is every fact but the
--        names, and of a supplier without a number the organisations that it
--        may be.

with line as (
    select
        asked,
        listed_id,
        listed_kind,
        sector,
        basis,
        rule,
        reason,
        why,
        other_rules,
        expired_decision,
        from_date,
        to_date,
        case when listed_id = provider_id then name else '' end as name,
        can_be_public,
        can_be_private,
        can_be_ideburen,
        count(distinct provider_id) as providers,
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
        string_agg(
            distinct evidence.attribute || '=' || evidence.value, ' '
            order by evidence.attribute || '=' || evidence.value
        ) as known,
    from evidence
    semi join line on line.listed_id = evidence.provider_id
    where evidence.attribute <> 'name'
    group by all
),

candidate as (
    select
        provider_id as listed_id,
        string_agg(
            organisation_id, ' ' order by score desc, organisation_id
        ) as candidates,
    from link_match
    group by all
)

select
    line.* exclude (from_date, to_date, name),
    line.from_date::varchar as from_date,
    line.to_date::varchar as to_date,
    line.name,
    coalesce(fact.known, '') as known,
    coalesce(candidate.candidates, '') as candidates,
from line
left join fact using (listed_id)
left join candidate using (listed_id)
order by
    line.asked, line.listed_id, line.rule, line.other_rules,
    line.expired_decision
