-- open_provider: the providers whose sector could turn out to be another.
--
-- in:    contested_with, listed_provider, provider_part, rule
-- grain: asked, reference_date, provider_id
-- why:   undecided, presumed or contested, and not decided by a person; or
--        once decided by one, whose decision is due for review. A contested
--        decision could be what the rules that lost say; where none did, the
--        rule itself says that it is contested and nothing says with what, so
--        it could be any. A decision that is due could be made again.

with known as (
    select
        provider_part.* exclude (provider_kind),
        listed_provider.listed_id,
        listed_provider.provider_kind as listed_kind,
        rule.could_be_public,
        rule.could_be_private,
        rule.could_be_ideburen,
        coalesce(contested_with.by_public, false) as by_public,
        coalesce(contested_with.by_private, false) as by_private,
        coalesce(contested_with.by_ideburen, false) as by_ideburen,
        provider_part.sector in ('nonpublic', 'unknown') as is_undecided,
    from provider_part
    join listed_provider using (provider_id)
    left join rule using (definition, rule)
    left join contested_with using (definition, rule, other_rules)
    where provider_part.basis <> 'override'
),

possible as (
    select
        *,
        is_contested and not is_undecided
            and not (by_public or by_private or by_ideburen) as is_any,
    from known
    where is_undecided
        or is_contested
        or basis = 'presumed'
        or expired_decision <> ''
)

select
    * exclude (
        could_be_public, could_be_private, could_be_ideburen, by_public,
        by_private, by_ideburen, is_undecided, is_any, expired_sector
    ),
    sector <> 'public' and (
        is_any or by_public or coalesce(could_be_public, false)
        or coalesce(expired_sector = 'public', false)
        or sector = 'unknown'
    ) as can_be_public,
    sector <> 'private' and (
        is_any or by_private or coalesce(could_be_private, false)
        or coalesce(expired_sector = 'private', false)
        or is_undecided
    ) as can_be_private,
    sector <> 'ideburen' and (
        is_any or by_ideburen or coalesce(could_be_ideburen, false)
        or coalesce(expired_sector = 'ideburen', false)
        or is_undecided
    ) as can_be_ideburen,
    case
        when expired_decision <> '' or reason = 'evidence_expired'
            then 'expired'
        when mask is not null then 'masked'
        when reason = 'not_linked' or listed_kind = 'named' and is_undecided
            then 'unlinked'
        when is_undecided then 'undecided'
        when is_contested then 'contested'
        else 'presumed'
    end as why,
from possible
