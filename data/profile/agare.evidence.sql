-- What is owned is the provider whose sector the owner may decide. A row with
-- neither share nor votes says nothing that can be added up, and is dropped. So
-- is a row that is the same as an earlier one in every column: it was written
-- twice. Rows of one owner that differ in anything are classes of shares.
with listed as (
    select
        *,
        row_number() over (
            partition by
                owner, owned, share, votes, from_date, to_date, reference
            order by line
        ) > 1 as is_copy,
    from source
)

select
    line,
    owned as provider_id,
    'owner_share' as attribute,
    rtrim(rtrim(share::varchar, '0'), '.') as value,
    owner as other_id,
    from_date as valid_from,
    to_date as valid_to,
    case
        when is_copy then 'duplicate_row'
        when share is null then 'no_volume'
    end as drop_reason,
from listed
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
    case when is_copy then 'duplicate_row' end as drop_reason,
from listed
where votes is not null
