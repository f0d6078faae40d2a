-- pair_total: the totals that are there in both periods of a pair.
--
-- in:    agreement, card, hidden_pattern, period_pair, total_cell,
--        total_pattern
-- grain: pair_key
-- why:   a share that only one period has does not change. Development is of
--        all forms of payment for services together (method 3), and of the
--        forms that a card names. The number is working space only.

with counted as (
    select
        total_pattern.total_key,
        sum(total_pattern.amount) as amount,
        total_pattern.total_key in (
            select hidden_pattern.total_key
            from hidden_pattern
        ) as is_hidden,
    from total_pattern
    group by all
),

told as (
    select
        total_cell.*,
        counted.amount,
        counted.is_hidden,
    from total_cell
    join counted using (total_key)
    join agreement on agreement.code = total_cell.agreement
    where agreement.parent = '' and agreement.branch is distinct from 'stod'
        or agreement.code in (select card.agreement from card)
)

select
    row_number() over (
        order by later.total_key, period_pair.is_span
    )::integer as pair_key,
    period_pair.earlier_key,
    period_pair.later_key,
    period_pair.measure,
    period_pair.earlier_period,
    period_pair.later_period,
    period_pair.is_span,
    period_pair.is_break,
    earlier.total_key as earlier_total,
    later.total_key as later_total,
    later.place,
    later.area,
    later.agreement,
    earlier.amount::hugeint as earlier_amount,
    later.amount::hugeint as later_amount,
    earlier.is_hidden or later.is_hidden as is_hidden,
from period_pair
join told as later on later.period_key = period_pair.later_key
join told as earlier
    on earlier.period_key = period_pair.earlier_key
    and earlier.place = later.place
    and earlier.area = later.area
    and earlier.agreement = later.agreement
