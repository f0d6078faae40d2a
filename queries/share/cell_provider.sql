-- cell_provider: how many providers each cell has, by their evidence.
--
-- in:    agreement_ancestor, area_ancestor, period, place_ancestor,
--        provider_identity, provider_outcome, volume
-- grain: period_key, place, area, agreement, pattern_id
-- why:   counted once, from the provider's own cells: a provider in two
--        kommuner is one provider in their län. Groups and masks stand for
--        an unknown number of providers and are not counted.

with provider_cell as (
    select distinct
        volume.provider_key,
        volume.period_key,
        volume.place,
        volume.area,
        volume.agreement,
    from volume
),

counted_cell as (
    select distinct
        provider_cell.provider_key,
        provider_cell.period_key,
        place_ancestor.ancestor as place,
        area_ancestor.ancestor as area,
        agreement_ancestor.ancestor as agreement,
    from provider_cell
    join provider_identity using (provider_key)
    join period using (period_key)
    join place_ancestor using (measure, place)
    join area_ancestor using (measure, area)
    join agreement_ancestor using (measure, agreement)
    where provider_identity.provider_kind <> 'group'
        and provider_identity.mask is null
)

select
    counted_cell.period_key,
    counted_cell.place,
    counted_cell.area,
    counted_cell.agreement,
    provider_outcome.pattern_id,
    count(*) as providers,
from counted_cell
join provider_outcome using (provider_key, period_key)
group by all
