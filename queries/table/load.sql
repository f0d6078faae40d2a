-- load: one ingest of one snapshot, with its account of rows.
--
-- in:    none
-- grain: load_id
-- why:   loads are found again by key, which covers the snapshot, the manifest,
--        the SQL, the code lists and the decoder: a changed mapping is a new
--        load. rows = kept + dropped + rejected, always.

select
    null::integer as load_id,
    null::varchar as key,
    null::varchar as source,
    null::varchar as partition,
    null::varchar as file,
    null::varchar as sha256,
    null::bigint as size,
    null::varchar as encoding,
    null::varchar as separator,
    null::bigint as rows,
    null::bigint as kept,
    null::bigint as dropped,
    null::bigint as rejected,
where false
