-- change_pattern: what each total had and has, by evidence.
--
-- in:    converted, pair_part, pair_total, provider_total
-- grain: pair_key, earlier_pattern, later_pattern, is_converted
-- why:   the cause of a change is asked of each provider: was it there before
--        and after, and as what? Those with the same evidence before and after
--        have the same cause under every definition and are counted together.
--        Pattern 0 stands for not being there.

with earlier as (
    select
        pair_total.pair_key,
        provider_total.provider_key,
        provider_total.amount,
        provider_total.pattern_id,
    from provider_total
    join pair_total on pair_total.earlier_total = provider_total.total_key
),

later as (
    select
        pair_total.pair_key,
        provider_total.provider_key,
        provider_total.amount,
        provider_total.pattern_id,
    from provider_total
    join pair_total on pair_total.later_total = provider_total.total_key
),

paired as (
    select
        pair_key,
        provider_key,
        coalesce(earlier.pattern_id, 0) as earlier_pattern,
        coalesce(later.pattern_id, 0) as later_pattern,
        earlier.amount as earlier_amount,
        later.amount as later_amount,
    from earlier
    full join later using (pair_key, provider_key)
    union all by name
    select * from pair_part
)

select
    paired.pair_key,
    paired.earlier_pattern,
    paired.later_pattern,
    converted.provider_key is not null as is_converted,
    coalesce(sum(paired.earlier_amount), 0)::bigint as earlier_amount,
    coalesce(sum(paired.later_amount), 0)::bigint as later_amount,
    count(*) as providers,
from paired
left join converted using (pair_key, provider_key)
group by all
