-- atom: what is published of each pattern of evidence, in one period.
--
-- in:    applicable, pattern_kind, pattern_sector, period, total_cell,
--        total_pattern
-- grain: period_key, pattern_id
-- why:   method 6, one pattern over everything: patterns that no published
--        number tells apart are one atom. Its parts are its sector under every
--        definition that says something, and within that what rests on a
--        presumption, a statement, other periods or a contradiction, why it is
--        not decided, what it could turn out to be, and its kind. Parameters:
--        the measure.

with present as (
    select distinct
        total_cell.period_key,
        total_pattern.pattern_id,
    from total_pattern
    join total_cell using (total_key)
    join period using (period_key)
    where period.measure = $1
),

told as (
    select
        present.period_key,
        present.pattern_id,
        pattern_sector.definition || '/' || pattern_sector.sector as part,
        pattern_sector.basis,
        coalesce(pattern_sector.reason, '') as reason,
        pattern_sector.is_carried,
        pattern_sector.is_contested,
        pattern_sector.could_be_public,
        pattern_sector.could_be_private,
        pattern_sector.could_be_ideburen,
        pattern_sector.sector = 'ideburen' as has_kind,
    from present
    join pattern_sector using (pattern_id)
    join applicable using (definition, period_key)
    where applicable.reason is distinct from 'not_in_force'
        and applicable.reason is distinct from 'no_evidence'
)

select
    told.period_key,
    told.pattern_id,
    string_agg(concat_ws(
        ' ',
        told.part,
        case when told.basis in ('presumed', 'stated')
            then told.part || '/' || told.basis
        end,
        case when told.reason <> '' then told.part || '/' || told.reason end,
        case when told.is_carried then told.part || '/carried' end,
        case when told.is_contested then told.part || '/contested' end,
        case when told.could_be_public then told.part || '/or_public' end,
        case when told.could_be_private then told.part || '/or_private' end,
        case when told.could_be_ideburen then told.part || '/or_ideburen' end,
        case when told.has_kind then told.part || '/kind/' || pattern_kind.kind
        end
    ), ' ' order by told.part) as parts,
from told
left join pattern_kind using (pattern_id)
group by all
order by told.period_key, told.pattern_id
