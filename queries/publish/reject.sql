-- reject: how many rows could not be read, by reason, in published order.
--
-- in:    load, reject
-- grain: source, file, column_name, reason
-- why:   the texts themselves stay in the workspace: nobody has looked at
--        them, and one could hold what is not for the public.

select
    load.source,
    load.file,
    coalesce(reject.column_name, '') as column_name,
    reject.reason,
    count(distinct reject.line) as rows,
    min(reject.line) as first_line,
from reject
join load using (load_id)
group by load.source, load.file, reject.column_name, reject.reason
order by load.source, load.file, column_name, reject.reason
