-- share_backing: the idéburna organisations behind each share.
--
-- in:    name, period, provider_identity, total_backing, total_cell
-- grain: measure, place, area, agreement, provider_id, first_period
-- why:   whoever doubts a number reads who is in it. Names without volumes,
--        and the idéburna alone: no natural person is one, so that the number
--        of providers less those who are named tells of none. An organisation
--        is in a few totals, in nearly all periods and under several
--        definitions at once: spans of periods and lists of definitions are
--        a hundredth of its rows. A span has every period that the measure
--        has between its first and its last.

with dated as (
    select
        *,
        dense_rank() over (partition by measure order by period) as ordinal,
    from period
),

spanned as (
    select
        dated.measure,
        total_cell.place,
        total_cell.area,
        total_cell.agreement,
        total_backing.provider_key,
        total_backing.definitions,
        dated.period,
        dated.ordinal - row_number() over (
            partition by
                dated.measure, total_cell.place, total_cell.area,
                total_cell.agreement, total_backing.provider_key,
                total_backing.definitions
            order by dated.ordinal
        ) as span,
    from total_backing
    join total_cell using (total_key)
    join dated using (period_key)
)

select
    spanned.measure,
    spanned.place,
    spanned.area,
    spanned.agreement,
    provider_identity.provider_id,
    min(spanned.period) as first_period,
    max(spanned.period) as last_period,
    spanned.definitions,
    coalesce(name.name, '') as name,
from spanned
join provider_identity using (provider_key)
left join name using (provider_key)
group by
    spanned.measure, spanned.place, spanned.area, spanned.agreement,
    provider_identity.provider_id, spanned.definitions, spanned.span,
    name.name
order by
    spanned.measure, spanned.place, spanned.area, spanned.agreement,
    provider_identity.provider_id, first_period
