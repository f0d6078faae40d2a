-- cell_volume: the rows that are counted in one published cell, decided.
--
-- in:    agreement_ancestor, area_ancestor, coverage, decision, history,
--        place_ancestor, provider, volume
-- grain: none
-- why:   the rows that share/counted_in counts. Natural persons lose their
--        identifier where they are listed: they are one line together.
--        Parameters: measure, period, place, area, agreement, definition.

with counted as (
    select volume.*
    from volume
    join place_ancestor
        on place_ancestor.measure = volume.measure
        and place_ancestor.place = volume.place
        and place_ancestor.ancestor = $3
    join area_ancestor
        on area_ancestor.measure = volume.measure
        and area_ancestor.area = volume.area
        and area_ancestor.ancestor = $4
    join agreement_ancestor
        on agreement_ancestor.measure = volume.measure
        and agreement_ancestor.agreement = volume.agreement
        and agreement_ancestor.ancestor = $5
    left join coverage
        on coverage.measure = volume.measure
        and coverage.period = volume.period
        and coverage.reference_date = volume.reference_date
        and coverage.place = $3
    where volume.measure = $1
        and volume.period = $2
        and (volume.place = $3 or coverage.place is not null)
)

select
    coalesce(decision.sector, 'unknown') as sector,
    coalesce(decision.basis, '') as basis,
    coalesce(decision.rule, '') as rule,
    coalesce(decision.reason, '') as reason,
    coalesce(decision.is_carried, false) as is_carried,
    coalesce(decision.is_contested, false) as is_contested,
    provider.provider_kind,
    coalesce(provider.mask, '') as mask,
    coalesce(
        provider.provider_kind = 'person' and provider.mask is null, false
    ) as is_pooled,
    case when not is_pooled then counted.provider_id else '' end
        as listed_id,
    coalesce(provider.name, '') as name,
    counted.*,
from counted
left join provider using (provider_id)
left join history
    on history.history_id = provider.history_id
    and history.measure = counted.measure
    and history.period = counted.period
    and history.reference_date = counted.reference_date
left join decision
    on decision.pattern_id = history.pattern_id
    and decision.definition = $6
