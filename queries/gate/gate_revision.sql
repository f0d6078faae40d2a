-- gate_revision: published shares that are now others.
--
-- in:    card, filed_correction, gate_limit, headline, last_headline
-- grain: cell
-- why:   method 5. The same period in two editions should say the same; where
--        it does not, readers are told why (a correction is filed), or somebody
--        stands for it. A published number that has disappeared is a revision
--        too. A correction that names no measure or no period is of them all. A
--        card that is no longer configured was taken out on purpose. A
--        preliminary year was said to change.
-- hint:  file the correction in corrections.csv, or run tresektor explain cell
--        on both editions (--edition) to see what moved it

with card_cell as (
    select distinct
        measure,
        definition,
        place,
        area,
        agreement,
    from card
),

now_shown as (
    select
        measure,
        definition,
        period,
        place,
        area,
        agreement,
        sector,
        share,
        sum(providers) over (
            partition by card, period_key
        )::bigint as providers,
    from headline
    qualify row_number() over (
        partition by measure, definition, period, place, area, agreement, sector
        order by card
    ) = 1
),

last_shown as (
    select
        measure,
        definition,
        period,
        place,
        area,
        agreement,
        sector,
        share,
        sum(providers) over (partition by card, period)::bigint as providers,
    from last_headline
    where sector in ('public', 'private', 'ideburen')
        and share is not null
        and not coalesce(is_preliminary, false)
    qualify row_number() over (
        partition by measure, definition, period, place, area, agreement, sector
        order by card
    ) = 1
),

corrected as (
    select distinct
        last_shown.measure,
        last_shown.period,
        true as is_filed,
    from last_shown
    semi join filed_correction
        on filed_correction.measure in ('', last_shown.measure)
        and filed_correction.period in ('', last_shown.period)
)

select
    case
        when greatest(last_shown.providers, coalesce(now_shown.providers, 0))
            < gate_limit.few_providers then 'warn'
        when corrected.is_filed then 'warn'
        else 'block'
    end as severity,
    cell_text(
        measure, definition, period, place, area, agreement, sector
    ) as cell,
    'share' as unit,
    6::bigint as decimals,
    now_shown.share as now,
    last_shown.share as previous,
    now_shown.share - last_shown.share as difference,
    least(
        gate_limit.revision_points,
        last_shown.share * gate_limit.revision_ratio // 1000000
    ) as threshold,
    case
        when corrected.is_filed then 'correction_filed'
        when now_shown.share is null then 'no_longer_published'
        else ''
    end as cause,
    '' as provider_id,
    '' as name,
    null::bigint as effect,
from last_shown
semi join card_cell using (measure, definition, place, area, agreement)
cross join gate_limit
left join now_shown
    using (measure, definition, period, place, area, agreement, sector)
left join corrected using (measure, period)
where now_shown.share is null
    or abs(now_shown.share - last_shown.share) > threshold
