-- provider_volume: one provider's volume by cell and file, with its lines.
--
-- in:    load, volume
-- grain: measure, period, place, area, agreement, file
-- why:   lines that follow each other are one range. Parameters: the
--        identifier.

with ranged as (
    select
        *,
        line - dense_rank() over (
            partition by measure, period, place, area, agreement, file
            order by line
        ) as run,
    from volume
    join load using (load_id)
    where provider_id = $1
),

line_range as (
    select
        measure,
        period,
        place,
        area,
        agreement,
        file,
        decimals,
        min(line) as first_line,
        max(line) as last_line,
        sum(amount)::bigint as amount,
        sum(hidden_units)::bigint as hidden_units,
    from ranged
    group by
        measure, period, place, area, agreement, file, decimals, run
)

select
    measure,
    period,
    place,
    area,
    agreement,
    sum(amount)::bigint as amount,
    sum(hidden_units)::bigint as hidden_units,
    decimals,
    file,
    string_agg(
        case
            when first_line = last_line then first_line::varchar
            else first_line || '-' || last_line
        end, ' ' order by first_line
    ) as lines,
from line_range
group by measure, period, place, area, agreement, file, decimals
order by measure, period, place, area, agreement, file
