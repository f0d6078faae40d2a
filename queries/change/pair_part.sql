-- pair_part: what providers had or have in a year as something else as well.
--
-- in:    pair_total, year_total
-- grain: pair_key, provider_key, earlier_pattern, later_pattern
-- why:   a provider is paired as what it was last in both periods. The rest of
--        what it had before is paired with what it is last, and the rest of
--        what it has now with what it was last before, so that amounts are
--        those of their own evidence and a change within a year has a cause.

with last as (
    select
        total_key,
        provider_key,
        pattern_id,
    from year_total
    where part = 1
),

rest as (
    select
        total_key,
        provider_key,
        pattern_id,
        amount,
    from year_total
    where part > 1
)

select
    pair_total.pair_key,
    rest.provider_key,
    rest.pattern_id as earlier_pattern,
    coalesce(last.pattern_id, 0) as later_pattern,
    rest.amount as earlier_amount,
    null::bigint as later_amount,
from rest
join pair_total on pair_total.earlier_total = rest.total_key
left join last
    on last.total_key = pair_total.later_total
    and last.provider_key = rest.provider_key
union all
select
    pair_total.pair_key,
    rest.provider_key,
    coalesce(last.pattern_id, 0) as earlier_pattern,
    rest.pattern_id as later_pattern,
    null as earlier_amount,
    rest.amount as later_amount,
from rest
join pair_total on pair_total.later_total = rest.total_key
left join last
    on last.total_key = pair_total.earlier_total
    and last.provider_key = rest.provider_key
