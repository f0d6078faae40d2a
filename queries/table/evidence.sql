-- evidence: dated facts about providers, as their sources state them.
--
-- in:    none
-- grain: load_id, line, provider_key, attribute, value, other_id,
--        observed_date, valid_from
-- why:   either a stated validity [valid_from, valid_to) or one observed_date;
--        sector/evidence_interval makes intervals of both. What is stated of
--        two providers (an owner's share, a successor) is of the one whose
--        sector it may decide; other_id is the owner, or the number before.

select
    null::integer as load_id,
    null::bigint as line,
    null::varchar as source,
    null::integer as provider_key,
    null::varchar as attribute,
    null::varchar as value,
    null::varchar as other_id,
    null::date as valid_from,
    null::date as valid_to,
    null::date as observed_date,
where false
