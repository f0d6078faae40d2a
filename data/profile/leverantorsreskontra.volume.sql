-- Postings for purchased services and, in a branch of their own, grants.
-- Everything else the buyer pays for (goods, premises, consultants, interest)
-- is dropped with its reason, and counted there.
--
-- The words of the account's text decide, by the list ledger_account, where
-- the first row in its order that fits is used. Account numbers do not:
-- Kommun-Bas has 463 for purchased services and 453 for grants, but many
-- kommuner and all regioner use other charts. A ledger does not tell how a
-- contract was made, so most payments have the agreement `okand`.
with account as (
    select
        written.konto_text,
        first(
            ledger_account.agreement order by ledger_account.sort
        ) as agreement,
    from (select distinct konto_text from source) as written
    join ledger_account
        on regexp_matches(lower(written.konto_text), ledger_account.pattern)
    group by all
)

select
    source.line,
    'kopt_verksamhet_reskontra' as measure,
    strftime(source.datum, '%Y-%m') as period,
    coalesce(buyer.place, 'SE-okand') as place,
    'none' as area,
    coalesce(account.agreement, 'okand') as agreement,
    source.leverantor_id as provider_id,
    source.belopp as amount,
    case when account.agreement is null then 'not_purchase' end as drop_reason,
from source
left join account using (konto_text)
left join buyer
    on buyer.code = regexp_replace(source.kopare_id, '[^0-9]', '', 'g')
