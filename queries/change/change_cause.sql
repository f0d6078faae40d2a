-- change_cause: each sector's amounts before and after, by cause of change.
--
-- in:    applicable, change_pattern, pair_total, pattern_cause
-- grain: definition, pair_key, sector, cause
-- why:   see pattern_cause. Across a break of the series who came, left or
--        remained cannot be told from the new way of counting and is its
--        (method). Only where the definition speaks both times: one that did
--        not apply before has no earlier share to change.

with spoken as (
    select
        pair_total.pair_key,
        pair_total.is_break,
        later.definition,
    from pair_total
    join applicable as earlier on earlier.period_key = pair_total.earlier_key
    join applicable as later
        on later.period_key = pair_total.later_key
        and later.definition = earlier.definition
    where earlier.is_applicable and later.is_applicable
),

told as (
    select
        spoken.definition,
        change_pattern.pair_key,
        change_pattern.earlier_amount,
        change_pattern.later_amount,
        pattern_cause.earlier_sector,
        pattern_cause.later_sector,
        case
            when spoken.is_break
                and pattern_cause.cause in ('arrived', 'ended', 'remaining')
                then 'method'
            else pattern_cause.cause
        end as cause,
    from change_pattern
    join spoken using (pair_key)
    join pattern_cause
        using (definition, earlier_pattern, later_pattern, is_converted)
)

select
    definition,
    pair_key,
    sector,
    cause,
    sum(earlier_amount)::bigint as earlier_amount,
    sum(later_amount)::bigint as later_amount,
from (
    select
        definition,
        pair_key,
        cause,
        earlier_sector as sector,
        earlier_amount,
        0 as later_amount,
    from told
    where earlier_sector is not null
    union all
    select
        definition,
        pair_key,
        cause,
        later_sector,
        0,
        later_amount,
    from told
    where later_sector is not null
)
group by all
