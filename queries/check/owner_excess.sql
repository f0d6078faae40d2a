-- owner_excess: organisations whose owners together hold more than all of it.
--
-- in:       evidence_interval, load, provider_identity
-- grain:    provider_id, held, source, file, from_date
-- why:      one of the rows must be wrong, and only people can tell which.
--           Until then the owners decide only what holds whichever of them is,
--           and what they decide is contested. Owners are not named: they may
--           be natural persons.
-- severity: warning
-- hint:     correct the rows in the file, such as an end date that is missing;
--           rows that are alike in every column count once

with part as (
    select
        provider_identity.provider_id,
        evidence_interval.attribute as held,
        evidence_interval.source,
        evidence_interval.load_id,
        evidence_interval.value::decimal(9, 4) as percent,
        evidence_interval.line,
        evidence_interval.from_date,
        evidence_interval.to_date,
    from evidence_interval
    join provider_identity using (provider_key)
    where evidence_interval.attribute in ('owner_share', 'owner_votes')
),

began as (
    select distinct
        part.provider_id,
        part.held,
        part.load_id,
        part.from_date as day,
    from part
)

select
    part.provider_id,
    part.held,
    part.source,
    load.file,
    string_agg(part.line::varchar, ' ' order by part.line) as lines,
    began.day as from_date,
    sum(part.percent)::decimal(18, 4) as percent,
from began
join part
    on part.provider_id = began.provider_id
    and part.held = began.held
    and part.load_id = began.load_id
    and part.from_date <= began.day
    and part.to_date > began.day
join load on load.load_id = part.load_id
group by
    part.provider_id, part.held, part.source, load.file, part.load_id, began.day
having sum(part.percent) > 100
