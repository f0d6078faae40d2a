-- negative_pattern: what undecided providers owe, by cell and evidence.
--
-- in:    agreement_ancestor, area_ancestor, pattern_sector, period,
--        place_ancestor, provider_outcome, volume
-- grain: period_key, place, area, agreement, pattern_id
-- why:   credit notes are netted for each provider, period, place, area and
--        agreement first. A provider that still is negative would lower the
--        sector that it turned out to belong to, so the lowest possible share
--        counts it: the bounds of method 1 with negative amounts.

with undecided as (
    select distinct pattern_sector.pattern_id
    from pattern_sector
    where pattern_sector.sector in ('nonpublic', 'unknown')
),

debtor as (
    select distinct
        volume.provider_key,
        volume.period_key,
        provider_outcome.pattern_id,
    from volume
    join provider_outcome using (provider_key, period_key)
    join undecided using (pattern_id)
    where volume.amount < 0
),

owed as (
    select
        debtor.pattern_id,
        volume.provider_key,
        volume.period_key,
        volume.place,
        volume.area,
        volume.agreement,
        sum(volume.amount) as amount,
    from volume
    join debtor using (provider_key, period_key)
    group by all
),

netted as (
    select
        owed.pattern_id,
        owed.provider_key,
        owed.period_key,
        period.measure,
        place_ancestor.ancestor as place,
        owed.area,
        owed.agreement,
        sum(owed.amount)::bigint as amount,
    from owed
    join period using (period_key)
    join place_ancestor using (measure, place)
    group by all
    having sum(owed.amount) < 0
)

select
    netted.period_key,
    netted.place,
    area_ancestor.ancestor as area,
    agreement_ancestor.ancestor as agreement,
    netted.pattern_id,
    sum(netted.amount)::bigint as negative,
from netted
join area_ancestor using (measure, area)
join agreement_ancestor using (measure, agreement)
group by all
