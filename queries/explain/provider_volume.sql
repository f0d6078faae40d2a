-- provider_volume: one provider's volume by cell and file, with its lines.
--
-- in:    load, volume
-- grain: measure, period, place, area, agreement, load_id
-- why:   lines that follow each other are one range. Parameters: the
--        identifier.

with ranged as (
    select
        *,
        line - dense_rank() over (
            partition by measure, period, place, area, agreement, load_id
            order by line
        ) as run,
    from volume
    where provider_id = $1
),

line_range as (
    select
        measure,
        period,
        place,
        area,
        agreement,
        load_id,
        decimals,
        min(line) as first_line,
        max(line) as last_line,
        sum(amount)::bigint as amount,
        sum(hidden_units)::bigint as hidden_units,
    from ranged
    group by
        measure, period, place, area, agreement, load_id, decimals, run
)

select
    line_range.measure,
    line_range.period,
    line_range.place,
    line_range.area,
    line_range.agreement,
    sum(line_range.amount)::bigint as amount,
    sum(line_range.hidden_units)::bigint as hidden_units,
    line_range.decimals,
    load.file,
    load.sha256,
    string_agg(
        case
            when first_line = last_line then first_line::varchar
            else first_line || '-' || last_line
        end, ' ' order by first_line
    ) as lines,
from line_range
join load using (load_id)
group by
    line_range.measure, line_range.period, line_range.place, line_range.area,
    line_range.agreement, line_range.decimals, line_range.load_id,
    load.partition, load.file, load.sha256
order by
    line_range.measure, line_range.period, line_range.place, line_range.area,
    line_range.agreement, load.partition, load.file
