-- provider_cell: what each load reports of each provider in each cell.
--
-- in:    none
-- grain: load_id, cell_key, provider_key
-- why:   a provider has a few cells and many rows. Rows are netted once, when
--        they are loaded, so that a build reads what is new and what is old
--        at the price of its cells and not of its rows.

select
    null::integer as load_id,
    null::integer as cell_key,
    null::integer as provider_key,
    null::bigint as amount,
    null::bigint as hidden_low,
    null::bigint as hidden_high,
    null::bigint as hidden_units,
    null::bigint as open_units,
where false
