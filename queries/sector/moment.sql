-- moment: the days on which something is asked of evidence, in order.
--
-- in:    period
-- grain: moment_id
-- why:   evidence has as many dates as there are organisations, but only its
--        place between the days that periods begin, end and are counted on can
--        decide anything. Providers whose evidence differs only between two
--        such days have the same history.

select
    row_number() over (order by day)::integer as moment_id,
    day,
from (
    select period.from_date as day from period
    union
    select period.reference_date from period
    union
    select period.to_date from period
)
