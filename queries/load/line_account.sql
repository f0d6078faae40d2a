-- line_account: whether each line read was kept, dropped, rejected or lost.
--
-- in:    code_fault, evidence_row, source, volume_row
-- as:    view
-- grain: line
-- why:   the unit of the account is the source's row, known by its line. A
--        line is kept if anything of it is kept, rejected if a code of it is
--        unknown, and lost, which fails the load, if no SELECT returned it. It
--        is read only where line_sum does not settle the account.

with returned as (
    select
        line,
        drop_reason is null as is_kept,
    from volume_row
    union all
    select
        line,
        drop_reason is null as is_kept,
    from evidence_row
),

fate as (
    select
        line,
        bool_or(is_kept) as is_kept,
    from returned
    group by all
)

select
    coalesce(source.line, fate.line) as line,
    case
        when source.line is null then 'invented'
        when fate.line is null then 'lost'
        when faulty.line is not null then 'rejected'
        when fate.is_kept then 'kept'
        else 'dropped'
    end as fate,
from source
full join fate on fate.line = source.line
left join (select distinct code_fault.line from code_fault) as faulty
    on faulty.line = coalesce(source.line, fate.line)
