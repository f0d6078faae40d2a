-- evidence: dated facts about providers, as their sources state them.
--
-- in:    none
-- grain: load_id, line, provider_key, attribute, value, observed_date,
--        valid_from
-- why:   either a stated validity [valid_from, valid_to) or one observed_date;
--        sector/evidence_interval makes intervals of both.

select
    null::integer as load_id,
    null::bigint as line,
    null::varchar as source,
    null::integer as provider_key,
    null::varchar as attribute,
    null::varchar as value,
    null::date as valid_from,
    null::date as valid_to,
    null::date as observed_date,
where false
