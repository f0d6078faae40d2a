-- dropped: rows left out on purpose, by reason.
--
-- in:    none
-- grain: load_id, measure, reason
-- why:   dropping is a decision in the source's SQL with a code from
--        data/drop_reason.csv, and its volume is published with the source.

select
    null::integer as load_id,
    null::varchar as measure,
    null::varchar as reason,
    null::bigint as rows,
    null::hugeint as amount,
where false
