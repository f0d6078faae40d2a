-- converted: providers whose activity went on under another number in a pair.
--
-- in:    pair_total, provider_total, succession
-- grain: pair_key, provider_key
-- why:   an activity with volume before and after, of which some number was
--        there only before or only after. Its other numbers are part of the
--        same conversion: what one takes over the other has lost. An activity
--        whose numbers are the same before and after has only remained.

with present as (
    select
        pair_total.pair_key,
        succession.activity_key,
        provider_total.provider_key,
        provider_total.total_key = pair_total.earlier_total as is_earlier,
    from provider_total
    join succession using (provider_key)
    join pair_total
        on provider_total.total_key
            in (pair_total.earlier_total, pair_total.later_total)
),

number as (
    select
        pair_key,
        activity_key,
        provider_key,
        bool_or(is_earlier) as was_there,
        bool_or(not is_earlier) as is_there,
    from present
    group by all
),

activity as (
    select
        pair_key,
        activity_key,
    from number
    group by all
    having bool_or(was_there)
        and bool_or(is_there)
        and bool_or(was_there <> is_there)
)

select
    number.pair_key,
    number.provider_key,
from number
semi join activity using (pair_key, activity_key)
