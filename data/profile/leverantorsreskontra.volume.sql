-- Postings for purchased services and, in a branch of their own, grants. A
-- ledger does not tell how a contract was made, so payments are `okand`.
-- Everything else the buyer pays for (goods, premises, consultants, interest)
-- is dropped with its reason, and counted there.
--
-- Words of the account's text decide. Kommun-Bas has 463 for purchased
-- services and 453 for grants, but many kommuner and all regioner use other
-- charts. "Bidrag" to performers is grant, also where a region calls its
-- purchased traffic so: look at the accounts that were kept.
with posting as (
    select
        source.line,
        strftime(source.datum, '%Y-%m') as period,
        coalesce(buyer.place, 'SE-okand') as place,
        case
            when regexp_matches(
                lower(source.konto_text),
                'bidr(ag)?( |$|et|en)|driftbidr|verksamhetsstöd|föreningsstöd'
            ) then 'verksamhetsstod'
            when regexp_matches(
                lower(source.konto_text),
                'köp av (huvud)?verksamhet|köp av tjänst.*vård|köpt vård'
                || '|placering|entreprenad|institutionsvård|familjehem'
                || '|\b(hvb|lov|lss)\b|hemtjänst|vårdval'
            ) then 'okand'
        end as agreement,
        source.leverantor_id as provider_id,
        source.belopp as amount,
    from source
    left join buyer
        on buyer.code = regexp_replace(source.kopare_id, '[^0-9]', '', 'g')
)

select
    line,
    'kopt_verksamhet_reskontra' as measure,
    period,
    place,
    'none' as area,
    coalesce(agreement, 'okand') as agreement,
    provider_id,
    amount,
    case when agreement is null then 'not_purchase' end as drop_reason,
from posting
