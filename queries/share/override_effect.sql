-- override_effect: what each decision does to the idéburen share of a card.
--
-- in:    applicable, card_total, cell, counted_in, override_shift, period,
--        provider_cell, reversed_provider, reversed_sector, reversed_silence
-- grain: decision_id, definition, card, period_key
-- why:   an analyst should know what a decision is worth, and a reader that
--        nobody has decided the headline. With and without are shares of known
--        amounts, each decision by itself: their difference is that between
--        the editions with and without it, also for what an owner owns and for
--        definitions that the decision does not name. Without means that what
--        it replaced holds again. One that is not applied shows what it would
--        do. Empty where one of the editions has no share.

with concerned as (
    select
        reversed_sector.decision_id,
        reversed_sector.definition,
        card_total.card,
        card_total.period_key,
        sum(provider_cell.amount) filter (
            is_own or sector <> reversed_sector
        )::bigint as amount,
        min(sector) filter (is_own) as own_sector,
        min(reversed_sector) filter (is_own) as own_reversed,
    from reversed_sector
    join period using (period_key)
    join card_total on card_total.period_key = period.counted_key
    join counted_in using (total_key)
    join cell
        on cell.cell_key = counted_in.cell_key
        and cell.period_key = reversed_sector.period_key
    join provider_cell
        on provider_cell.provider_key = reversed_sector.provider_key
        and provider_cell.cell_key = cell.cell_key
    group by all
),

summed as (
    select
        decision_id,
        definition,
        card,
        period_key,
        sum(amount) as total,
        sum(amount) filter (sector = 'ideburen') as ideburen,
        min(amount) filter (
            sector in ('public', 'private', 'ideburen')
        ) as smallest,
        sum(reversed_amount) filter (sector = 'ideburen') as reversed_ideburen,
        min(reversed_amount) filter (
            sector in ('public', 'private', 'ideburen')
        ) as reversed_smallest,
    from override_shift
    group by all
),

divided as (
    select
        summed.*,
        case when applicable.is_applicable and total > 0 and smallest >= 0
            then millionths(ideburen, total)
        end as share,
        case
            when reversed_silence.decision_id is null
                and total > 0 and reversed_smallest >= 0
                then millionths(reversed_ideburen, total)
        end as reversed_share,
    from summed
    join applicable using (definition, period_key)
    left join reversed_silence using (decision_id, definition, period_key)
)

select
    concerned.decision_id,
    concerned.definition,
    concerned.card,
    concerned.period_key,
    period.measure,
    period.period,
    reversal.is_expired,
    coalesce(concerned.amount, 0) as amount,
    divided.total::bigint as total,
    case when reversal.is_expired then own_sector else own_reversed end
        as sector_without,
    case when reversal.is_expired then reversed_share else share end
        as share_with,
    case when reversal.is_expired then share else reversed_share end
        as share_without,
from concerned
join divided using (decision_id, definition, card, period_key)
join period using (period_key)
join (
    select distinct
        reversed_provider.decision_id,
        reversed_provider.is_expired,
    from reversed_provider
) as reversal using (decision_id)
