-- A ledger says what a supplier is called and nothing of its sector: legal
-- form and owners come from other sources. Only suppliers of what is counted
-- are named, so that dropped rows stay dropped. A supplier is named once,
-- as its last row spells it, and not again on each of a million rows.
--
-- The list is made and unnested because DuckDB then expects few texts and
-- looks each row up among them, and not the other way round.
with purchase as (
    select
        unnest(array_agg(
            distinct written.konto_text order by written.konto_text
        )) as konto_text,
    from (select distinct konto_text from source) as written
    join ledger_account
        on regexp_matches(lower(written.konto_text), ledger_account.pattern)
),

last as (
    select max(source.line) as line
    from source
    join purchase using (konto_text)
    where source.leverantor is not null
        and not contains(source.leverantor_id, ':masked:')
    group by source.leverantor_id
)

select
    source.line,
    source.leverantor_id as provider_id,
    'name' as attribute,
    source.leverantor as value,
    source.datum as observed_date,
from source
join last using (line)
