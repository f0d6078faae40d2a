-- combination: the combinations of codes that a load returned, with their sums.
--
-- in:    volume_row
-- grain: measure, period, place, area, agreement, reference_date, drop_reason,
--        is_named, has_amount
-- why:   one pass over all rows. Codes are looked up, periods numbered and
--        sums compared here, in a few hundred rows instead of millions. The
--        sums of lines tell whether every line was returned exactly once.

select
    measure,
    period,
    place,
    area,
    agreement,
    reference_date,
    drop_reason,
    provider_id is not null as is_named,
    amount is not null
        or amount_high is not null
        or coalesce(hidden_units, 0) > 0 as has_amount,
    count(*) as rows,
    sum(line) as line_sum,
    sum(hash(line)) as line_hash_sum,
    sum(amount) as amount,
    bool_or(amount_low is not null or amount_high is not null) as has_limits,
    max(coalesce(
        nullif(regexp_extract(typeof(amount), ',([0-9]+)', 1), ''), '0'
    )::integer) as amount_decimals,
from volume_row
group by
    measure, period, place, area, agreement, reference_date, drop_reason,
    is_named, has_amount
