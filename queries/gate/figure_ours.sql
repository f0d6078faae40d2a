-- figure_ours: our number beside each published figure that can be compared.
--
-- in:    figure, figure_sector, measure, share
-- grain: figure
-- why:   a published figure may be of several sectors together (independent
--        schools are private and idéburna), or of all: then it is the total.
--        What is not decided could belong to them: ours is then a range, and
--        the figure is missed by its distance from it. A cell that this edition
--        does not have is a figure without a number of ours.

with part as (
    select
        figure.figure,
        share.sector,
        share.amount,
        share.total,
        share.low,
        share.high,
        share.providers,
        figure_sector.sector is not null as is_counted,
        figure_sector.sector is null
            and share.sector in ('nonpublic', 'unknown') as is_open,
    from figure
    join share using (definition, measure, period, place, area, agreement)
    left join figure_sector
        on figure_sector.figure = figure.figure
        and figure_sector.sector = share.sector
    where share.symbol = ''
),

summed as (
    select
        figure,
        sum(amount) filter (is_counted)::bigint as counted,
        coalesce(sum(amount) filter (is_open), 0)::bigint as open,
        max(total) as total,
        count(*) filter (is_counted) as sectors,
        max(low) filter (is_counted) as one_low,
        max(high) filter (is_counted) as one_high,
        sum(providers)::bigint as providers,
    from part
    group by all
),

ours as (
    select
        figure.*,
        coalesce(measure.decimals, 0) as decimals,
        summed.providers,
        case
            when figure.unit = 'amount' then summed.counted
            when summed.total <= 0 then null
            when summed.sectors = 1 then summed.one_low
            else millionths(summed.counted, summed.total)
        end as ours_low,
        case
            when figure.unit = 'amount' then summed.counted + summed.open
            when summed.total <= 0 then null
            when summed.sectors = 1 then summed.one_high
            else millionths(summed.counted + summed.open, summed.total)
        end as ours_high,
    from figure
    left join summed using (figure)
    left join measure on measure.measure = figure.measure
)

select
    figure,
    unit,
    stated,
    tolerance,
    decimals,
    providers,
    ours_low,
    ours_high,
    case
        when stated < ours_low then ours_low - stated
        when stated > ours_high then ours_high - stated
        when ours_low is not null then 0
    end as difference,
from ours
