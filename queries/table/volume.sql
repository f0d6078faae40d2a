-- volume: counted activity: one amount of one row of a source.
--
-- in:    none
-- grain: load_id, line, cell_key, provider_key
-- why:   amounts are whole numbers of the measure's smallest unit (ören, or
--        persons), so that sums are exact. hidden_low and hidden_high are what
--        suppressed units add at least and at most; open_units have no
--        documented limit.

select
    null::integer as load_id,
    null::bigint as line,
    null::integer as cell_key,
    null::integer as provider_key,
    null::bigint as amount,
    null::bigint as hidden_low,
    null::bigint as hidden_high,
    null::bigint as hidden_units,
    null::bigint as open_units,
where false
