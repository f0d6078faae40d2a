-- gate_remainder: headlines of which too much is not decided.
--
-- in:    card, gate_limit, headline, last_headline, year_state
-- grain: cell
-- why:   method 5. Where what is not known is larger than what is, the number
--        is no headline. A remainder that grows by a quarter is a source that
--        has stopped saying something; growth that does not show in one decimal
--        of the published range is none. A preliminary year only warns, and
--        how it grows is not compared: each month has other remainders.
-- hint:  run tresektor review: it lists the providers that would move the range
--        most if they were decided

with latest as (
    select
        headline.*,
        coalesce(year_state.is_preliminary, false) as is_preliminary,
        headline.high - headline.low as open,
        sum(headline.providers) over (
            partition by headline.card, headline.period_key
        )::bigint as all_providers,
    from headline
    join card using (card)
    left join year_state using (period_key)
    where card.period in ('', headline.period)
    qualify dense_rank() over (
        partition by headline.card
        order by headline.from_date desc, headline.period desc
    ) = 1
),

last_latest as (
    select
        card,
        definition,
        measure,
        high - low as open,
        coalesce(is_preliminary, false) as was_preliminary,
    from last_headline
    where sector = 'ideburen'
    qualify row_number() over (partition by card order by period desc) = 1
),

judged as (
    select
        latest.*,
        last_latest.open as last_open,
        latest.open * 1000000
            > latest.low::hugeint * gate_limit.remainder_ratio as is_large,
        latest.open - last_latest.open >= 500
            and latest.open * 1000000 > last_latest.open::hugeint
                * (1000000 + gate_limit.remainder_growth)
            and not is_preliminary
            and not was_preliminary as is_grown,
        latest.low * gate_limit.remainder_ratio // 1000000 as largest,
        last_latest.open * (1000000 + gate_limit.remainder_growth) // 1000000
            as largest_grown,
        gate_limit.few_providers,
    from latest
    cross join gate_limit
    left join last_latest using (card, definition, measure)
    where latest.sector = 'ideburen'
)

select
    case
        when is_large and not is_preliminary
            and all_providers >= few_providers
            then 'block'
        else 'warn'
    end as severity,
    cell_text(
        measure, definition, period, place, area, agreement, sector
    ) || ' card=' || card as cell,
    'share' as unit,
    6::bigint as decimals,
    open as now,
    last_open as previous,
    open - last_open as difference,
    case when is_large then largest else largest_grown end as threshold,
    case when is_large then 'larger_than_the_share' else 'grown' end as cause,
    '' as provider_id,
    '' as name,
    null::bigint as effect,
from judged
where is_large or is_grown
