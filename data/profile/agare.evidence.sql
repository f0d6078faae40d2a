-- What is owned is the provider whose sector the owner may decide. A row with
-- neither share nor votes says nothing that can be added up, and is dropped.
select
    line,
    owned as provider_id,
    'owner_share' as attribute,
    rtrim(rtrim(share::varchar, '0'), '.') as value,
    owner as other_id,
    from_date as valid_from,
    to_date as valid_to,
    case when share is null then 'no_volume' end as drop_reason,
from source
where share is not null or votes is null
union all
select
    line,
    owned as provider_id,
    'owner_votes' as attribute,
    rtrim(rtrim(votes::varchar, '0'), '.') as value,
    owner as other_id,
    from_date as valid_from,
    to_date as valid_to,
    null as drop_reason,
from source
where votes is not null
