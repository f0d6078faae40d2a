-- cell_provider: who is behind a published cell, by file, with lines.
--
-- in:    cell_volume, load
-- grain: sector, rule, provider_id, load_id
-- why:   every amount opens up to the lines of a file and its checksum. Lines
--        that follow each other are one range.

with ranged as (
    select
        *,
        line - dense_rank() over (
            partition by sector, basis, rule, listed_id, load_id order by line
        ) as run,
    from cell_volume
),

line_range as (
    select
        sector,
        basis,
        rule,
        reason,
        is_carried,
        is_contested,
        provider_kind,
        mask,
        listed_id,
        name,
        load_id,
        decimals,
        min(line) as first_line,
        max(line) as last_line,
        sum(amount)::bigint as amount,
        sum(hidden_units)::bigint as hidden_units,
    from ranged
    group by
        sector, basis, rule, reason, is_carried, is_contested, provider_kind,
        mask, listed_id, name, load_id, decimals, run
)

select
    line_range.sector,
    line_range.basis,
    line_range.rule,
    line_range.reason,
    bool_or(line_range.is_carried) as is_carried,
    bool_or(line_range.is_contested) as is_contested,
    coalesce(line_range.provider_kind, '') as provider_kind,
    line_range.mask,
    line_range.listed_id as provider_id,
    line_range.name,
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
    line_range.sector, line_range.basis, line_range.rule, line_range.reason,
    line_range.provider_kind, line_range.mask, line_range.listed_id,
    line_range.name, line_range.decimals, load.load_id, load.partition,
    load.file, load.sha256
order by line_range.sector, line_range.rule, line_range.listed_id,
    load.partition, load.file
