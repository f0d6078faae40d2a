-- null_key: volume without a period, place, area, agreement or provider.
--
-- in:       load, volume
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
where volume.period_key is null
    or volume.place is null
    or volume.area is null
    or volume.agreement is null
    or volume.provider_key is null
