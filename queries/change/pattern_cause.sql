-- pattern_cause: what it is called that evidence was one and is another.
--
-- in:    change_pattern, definition, pattern_sector
-- grain: definition, earlier_pattern, later_pattern, is_converted
-- why:   method 4, in its order: a provider has another sector (reclassified),
--        its activity has another number (converted), it was or is in a
--        remainder (evidence), it was not there (arrived), it is gone (ended),
--        it is there in the same sector (remaining). Sector and number are
--        asked first of what has both, so that a conversion that also changes
--        sector is a conversion: it is not the same provider.

with known as (
    select distinct
        earlier_pattern,
        later_pattern,
        is_converted,
    from change_pattern
)

select
    definition.definition,
    known.*,
    earlier.sector as earlier_sector,
    later.sector as later_sector,
    case
        when known.is_converted then 'converted'
        when earlier.sector is null then 'arrived'
        when later.sector is null then 'ended'
        when earlier.sector = later.sector then 'remaining'
        when earlier.sector in ('nonpublic', 'unknown')
            or later.sector in ('nonpublic', 'unknown') then 'evidence'
        else 'reclassified'
    end as cause,
from known
cross join definition
left join pattern_sector as earlier
    on earlier.pattern_id = known.earlier_pattern
    and earlier.definition = definition.definition
left join pattern_sector as later
    on later.pattern_id = known.later_pattern
    and later.definition = definition.definition
