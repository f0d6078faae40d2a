-- change_range: how far what is undecided can move each share, by definition.
--
-- in:    applicable, change_undecided, definition, pair_total, pattern_sector,
--        sector
-- grain: definition, pair_key, sector
-- why:   see change_undecided. What could have been in the sector both before
--        and after is paired; what could only before, or only after, is not.
--        nonpublic cannot be public. Over earlier_amount times later_amount.

with spoken as (
    select
        pair_total.pair_key,
        definition.definition,
    from pair_total
    join applicable on applicable.period_key = pair_total.later_key
    join definition using (definition)
    where applicable.is_applicable and definition.bounds = 'both'
),

told as (
    select
        change_undecided.*,
        spoken.definition,
        coalesce(earlier.sector, '') as earlier_sector,
        coalesce(later.sector, '') as later_sector,
    from change_undecided
    join spoken using (pair_key)
    left join pattern_sector as earlier
        on earlier.pattern_id = change_undecided.earlier_pattern
        and earlier.definition = spoken.definition
    left join pattern_sector as later
        on later.pattern_id = change_undecided.later_pattern
        and later.definition = spoken.definition
    where 'nonpublic' in (earlier_sector, later_sector)
        or 'unknown' in (earlier_sector, later_sector)
),

possible as (
    select
        told.*,
        sector.code as sector,
        earlier_sector = 'unknown'
            or earlier_sector = 'nonpublic' and sector.code <> 'public'
            as could_before,
        later_sector = 'unknown'
            or later_sector = 'nonpublic' and sector.code <> 'public'
            as could_after,
    from told
    cross join sector
    where sector.code in ('public', 'private', 'ideburen')
)

select
    definition,
    pair_key,
    sector,
    sum(case
        when could_before and could_after then both_low
        when could_before then earlier_low
        else later_low
    end)::hugeint as undecided_low,
    sum(case
        when could_before and could_after then both_high
        when could_before then earlier_high
        else later_high
    end)::hugeint as undecided_high,
from possible
where could_before or could_after
group by all
