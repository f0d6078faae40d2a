-- negative_pattern: what undecided providers owe, by total and evidence.
--
-- in:    agreement_ancestor, area_ancestor, cell, course_outcome, net_cell,
--        netted_in, pattern_sector, period, provider_cell, provider_course,
--        total_cell, total_pattern
-- grain: total_key, pattern_id
-- why:   a provider that still is negative when its amounts are netted would
--        lower the sector that it turned out to belong to, so the lowest
--        possible share counts it: the bounds of method 1 with negative
--        amounts. Only who owes in some cell can owe in a larger one. What
--        is red, and the debts, are materialised so that they are joined
--        first, each with its course and period: a course without its period
--        is many patterns. Of a year of months those with the same evidence
--        are netted. Totals are those that may be made.

with red as materialized (
    select distinct
        provider_cell.provider_key,
        cell.period_key,
        provider_course.course_id,
    from provider_cell
    join cell using (cell_key)
    join provider_course using (provider_key)
    where provider_cell.amount < 0
),

owing as materialized (
    select distinct
        red.provider_key,
        period.counted_key,
        course_outcome.pattern_id,
    from red
    join course_outcome using (course_id, period_key)
    join period using (period_key)
    where course_outcome.pattern_id in (
        select pattern_sector.pattern_id
        from pattern_sector
        where pattern_sector.sector in ('nonpublic', 'unknown')
    )
),

debt as materialized (
    select
        provider_cell.provider_key,
        provider_cell.cell_key,
        provider_course.course_id,
        cell.period_key,
        period.counted_key,
        provider_cell.amount,
    from provider_cell
    join cell using (cell_key)
    join period using (period_key)
    join provider_course using (provider_key)
    semi join owing using (provider_key, counted_key)
),

netted as (
    select
        debt.provider_key,
        netted_in.net_key,
        course_outcome.pattern_id,
        sum(debt.amount)::bigint as amount,
    from debt
    join course_outcome using (course_id, period_key)
    semi join owing using (provider_key, counted_key, pattern_id)
    join netted_in using (cell_key)
    group by all
    having sum(debt.amount) < 0
),

owed as (
    select
        net_key,
        pattern_id,
        sum(amount) as amount,
    from netted
    group by all
)

select
    total_cell.total_key,
    owed.pattern_id,
    sum(owed.amount)::bigint as negative,
from owed
join net_cell using (net_key)
join period using (period_key)
join area_ancestor using (measure, area)
join agreement_ancestor using (measure, agreement)
join total_cell
    on total_cell.period_key = net_cell.period_key
    and total_cell.place = net_cell.place
    and total_cell.area = area_ancestor.ancestor
    and total_cell.agreement = agreement_ancestor.ancestor
semi join total_pattern
    on total_pattern.total_key = total_cell.total_key
    and total_pattern.pattern_id = owed.pattern_id
group by all
