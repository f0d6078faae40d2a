-- provider_total: what each provider has in each total, and as what.
--
-- in:    counted_in, course_outcome, pair_total, period, provider_cell,
--        provider_course, total_cell, year_total
-- grain: total_key, provider_key
-- why:   whether a provider came, stayed or left is a question about the total
--        that is read: one that opens in a kommun is new there and has long
--        been in Sverige. Its cost follows the cells of providers and not the
--        rows of volume; only totals that a pair reads are summed. In a year
--        of months it is told as what it was last, see pair_part.

with read as (
    select
        counted_in.cell_key,
        counted_in.total_key,
    from counted_in
    join total_cell using (total_key)
    join period using (period_key)
    where period.reported = period.period
        and counted_in.total_key in (
            select pair_total.earlier_total from pair_total
            union
            select pair_total.later_total from pair_total
        )
),

summed as (
    select
        read.total_key,
        provider_cell.provider_key,
        sum(provider_cell.amount)::bigint as amount,
    from provider_cell
    join read using (cell_key)
    group by all
)

select
    summed.total_key,
    summed.provider_key,
    summed.amount,
    coalesce(course_outcome.pattern_id, 0)::integer as pattern_id,
from summed
join total_cell using (total_key)
join provider_course using (provider_key)
left join course_outcome using (course_id, period_key)
union all
select
    total_key,
    provider_key,
    amount,
    pattern_id,
from year_total
where part = 1
