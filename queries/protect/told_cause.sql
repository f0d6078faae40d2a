-- told_cause: the pairs of periods and places whose causes of change are shown.
--
-- in:    change, place
-- grain: earlier_period, later_period, place
-- why:   causes split a cell along who was there before, which no other number
--        does. They are shown where no smaller places could be told from each
--        other, and where no amount by cause, of any definition, sector, area
--        or agreement, and no difference between two definitions, is small.
--        Parameters: the measure and the least amount that is shown.

with caused as (
    select
        earlier_period,
        later_period,
        place,
        area,
        agreement,
        sector,
        definition,
        unnest([
            'reclassified', 'converted', 'evidence', 'arrived', 'ended',
            'remaining', 'method'
        ]) as cause,
        unnest([
            reclassified_amount, converted_amount, evidence_amount,
            arrived_amount, ended_amount, remaining_amount, method_amount
        ]) as amount,
    from change
    where measure = $1
),

compared as (
    select
        *,
        amount - lag(amount) over (
            partition by
                earlier_period, later_period, place, area, agreement, sector,
                cause
            order by amount, definition
        ) as difference,
    from caused
)

select
    compared.earlier_period,
    compared.later_period,
    compared.place,
from compared
join place on place.code = compared.place
where place.parent = ''
group by all
having not coalesce(bool_or(
    abs(amount) between 1 and $2 - 1 or difference between 1 and $2 - 1
), false)
order by all
