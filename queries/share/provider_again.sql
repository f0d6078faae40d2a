-- provider_again: how often providers are counted twice in a sector of a year.
--
-- in:    pattern_kind, pattern_sector, year_provider
-- grain: definition, total_key, sector, kind
-- why:   cell_provider counts by evidence. Who has other evidence later in the
--        year and is in the same sector all the same is one provider of it, and
--        of its kind. kind is '' for the sector as a whole.

with changed as (
    select *
    from year_provider
    qualify count(*) over (partition by total_key, provider_key) > 1
),

counted as (
    select
        pattern_sector.definition,
        changed.total_key,
        changed.provider_key,
        pattern_sector.sector,
        '' as kind,
    from changed
    join pattern_sector using (pattern_id)
    union all
    select
        pattern_sector.definition,
        changed.total_key,
        changed.provider_key,
        pattern_sector.sector,
        pattern_kind.kind,
    from changed
    join pattern_sector using (pattern_id)
    join pattern_kind using (pattern_id)
    where pattern_sector.sector = 'ideburen'
)

select
    definition,
    total_key,
    sector,
    kind,
    sum(times - 1)::bigint as providers,
from (
    select
        counted.*,
        count(*) as times,
    from counted
    group by all
    having count(*) > 1
)
group by all
