-- volume_part: the combinations of codes that are counted or dropped.
--
-- in:    code_fault, combination, measure, volume_row
-- grain: measure, period, place, area, agreement, reference_date, drop_reason
-- why:   combination without the rows of rejected lines, which are left out
--        whole. Amounts are in the smallest unit of their measure.

with rejected as (
    select
        volume_row.measure,
        volume_row.period,
        volume_row.place,
        volume_row.area,
        volume_row.agreement,
        volume_row.reference_date,
        volume_row.drop_reason,
        -count(*) as rows,
        -sum(volume_row.amount) as amount,
    from (select distinct code_fault.line from code_fault) as faulty
    join volume_row using (line)
    group by all
),

counted as (
    select
        combination.* exclude (
            is_named, has_amount, line_sum, line_hash_sum, has_limits,
            amount_decimals
        ),
    from combination
    union all by name
    select * from rejected
)

select
    counted.measure,
    counted.period,
    counted.place,
    coalesce(counted.area, 'none') as area,
    coalesce(counted.agreement, 'none') as agreement,
    counted.reference_date,
    counted.drop_reason,
    sum(counted.rows)::bigint as rows,
    (
        coalesce(sum(counted.amount), 0)::decimal(31, 6)
        * max(measure.unit_scale)::decimal(7, 0)
    )::decimal(38, 0) as amount,
from counted
join measure using (measure)
group by
    counted.measure, counted.period, counted.place,
    coalesce(counted.area, 'none'), coalesce(counted.agreement, 'none'),
    counted.reference_date, counted.drop_reason
having sum(counted.rows) > 0
