-- volume: each provider's part of each cell, and the lines it came from.
--
-- in:    load, measure, period, provider_identity, volume
-- grain: provider_id, measure, period, place, area, agreement, sha256
-- why:   the private record from which a published number can be opened down
--        to rows of files. Lines that follow each other are one range.

with ranged as (
    select
        *,
        line - row_number() over (
            partition by
                load_id, period_key, place, area, agreement, provider_key
            order by line
        ) as run,
    from volume
),

line_range as (
    select
        load_id,
        period_key,
        place,
        area,
        agreement,
        provider_key,
        min(line) as first_line,
        max(line) as last_line,
        sum(amount)::bigint as amount,
        sum(hidden_units)::bigint as hidden_units,
    from ranged
    group by load_id, period_key, place, area, agreement, provider_key, run
)

select
    provider_identity.provider_id,
    period.measure,
    period.period,
    period.reference_date,
    line_range.place,
    line_range.area,
    line_range.agreement,
    load.source,
    load.file,
    load.sha256,
    string_agg(
        case
            when first_line = last_line then first_line::varchar
            else first_line || '-' || last_line
        end, ' ' order by first_line
    ) as lines,
    sum(line_range.amount)::bigint as amount,
    sum(line_range.hidden_units)::bigint as hidden_units,
    measure.decimals::integer as decimals,
from line_range
join provider_identity using (provider_key)
join period using (period_key)
join measure using (measure)
join load using (load_id)
group by all
order by
    provider_identity.provider_id, period.measure, period.period,
    line_range.place, line_range.area, line_range.agreement, load.source,
    load.file, load.sha256
