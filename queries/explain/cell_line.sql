-- cell_line: the lines that each of a cell's providers stands on.
--
-- in:    cell_volume
-- grain: provider_id
-- why:   every amount opens up to the lines of a file and its checksum. One
--        text for each provider, "file:line line;file:line": a row for each
--        file would take three times as long.

select
    provider_id,
    string_agg(
        load_key || ':' || array_to_string(lines, ' '), ';' order by load_key
    ) as lines,
from cell_volume
group by all
