-- A ledger says what a supplier is called and nothing of its sector: legal
-- form and owners come from other sources. Only suppliers of what is counted
-- are named, so that dropped rows stay dropped.
with purchase as (
    select distinct written.konto_text
    from (select distinct konto_text from source) as written
    join ledger_account
        on regexp_matches(lower(written.konto_text), ledger_account.pattern)
)

select
    line,
    leverantor_id as provider_id,
    'name' as attribute,
    leverantor as value,
    datum as observed_date,
from source
join purchase using (konto_text)
where leverantor is not null and not contains(leverantor_id, ':masked:')
