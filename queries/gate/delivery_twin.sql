-- delivery_twin: pairs of deliveries with the same rows and the same sum.
--
-- in:    cell, provider_cell, reported_pair
-- grain: one_load, one_key, other_load, other_key
-- why:   a delivery is what one file says of one period. Only where two have
--        the same number of cells and the same sum are they read again, cell by
--        cell, by gate_twice.

with delivery as (
    select
        provider_cell.load_id,
        cell.period_key,
        count(*) as rows,
        sum(provider_cell.amount) as amount,
    from provider_cell
    join cell using (cell_key)
    group by all
)

select
    one.load_id as one_load,
    one.period_key as one_key,
    other.load_id as other_load,
    other.period_key as other_key,
    other.rows,
from delivery as one
join delivery as other
    on other.rows = one.rows
    and other.amount = one.amount
left join reported_pair
    on reported_pair.earlier_key = one.period_key
    and reported_pair.later_key = other.period_key
where one.period_key = other.period_key and one.load_id < other.load_id
    or reported_pair.later_key is not null
