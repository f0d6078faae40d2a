-- null_key: volume without a period, place, area, agreement or provider.
--
-- in:       cell, load, volume
-- grain:    source, file, line
-- why:      a row without one of its keys falls out of every join and is
--           counted nowhere.
-- severity: error
-- hint:     this is an error in tresektor itself; keep the workspace and report
--           it

select distinct
    load.source,
    load.file,
    volume.line,
from volume
left join load using (load_id)
left join cell using (cell_key)
where cell.period_key is null
    or cell.place is null
    or cell.area is null
    or cell.agreement is null
    or volume.provider_key is null
