-- provider: every identifier that volume or evidence has named.
--
-- in:    none
-- grain: provider_key
-- why:   an integer joins a hundred million rows where a text would not. The
--        number is working space: it never orders or names what is published.

select
    null::integer as provider_key,
    null::varchar as provider_id,
where false
