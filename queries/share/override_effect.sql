-- override_effect: what each decision does to the idéburen share of a card.
--
-- in:    card, cell, counted_in, history_pattern, pattern_override,
--        pattern_rule, provider_cell, provider_history, share, total_cell
-- grain: decision_id, definition, card, period_key
-- why:   an analyst should know what a decision is worth, and a reader that
--        nobody has decided the headline. With and without are shares of known
--        amounts, each decision by itself: their difference is that between
--        the editions with and without it. One that is not applied shows what
--        it would do.

with moved as (
    select
        pattern_override.decision_id,
        pattern_override.definition,
        pattern_override.is_expired,
        card.card,
        total_cell.period_key,
        sum(provider_cell.amount)::bigint as amount,
        coalesce(sum(provider_cell.amount) filter (
            pattern_override.sector = 'ideburen'
        ), 0)::bigint as ideburen_with,
        coalesce(sum(provider_cell.amount) filter (
            pattern_rule.sector = 'ideburen'
        ), 0)::bigint as ideburen_without,
        min(pattern_override.sector) as sector,
        min(pattern_rule.sector) as sector_without,
    from pattern_override
    join pattern_rule using (pattern_id, definition)
    join history_pattern using (pattern_id)
    join provider_history using (history_id)
    join provider_cell using (provider_key)
    join cell
        on cell.cell_key = provider_cell.cell_key
        and cell.period_key = history_pattern.period_key
    join counted_in on counted_in.cell_key = provider_cell.cell_key
    join total_cell using (total_key)
    join card
        on card.place = total_cell.place
        and card.area = total_cell.area
        and card.agreement = total_cell.agreement
    group by all
)

select
    moved.decision_id,
    moved.definition,
    moved.card,
    moved.period_key,
    share.measure,
    share.period,
    moved.is_expired,
    moved.sector,
    moved.sector_without,
    moved.amount,
    share.total,
    millionths(
        share.amount + case
            when is_expired then ideburen_with - ideburen_without
            else 0
        end,
        share.total
    ) as share_with,
    millionths(
        share.amount - case
            when is_expired then 0
            else ideburen_with - ideburen_without
        end,
        share.total
    ) as share_without,
from moved
join card using (card)
join share
    on share.measure = card.measure
    and share.place = card.place
    and share.area = card.area
    and share.agreement = card.agreement
    and share.period_key = moved.period_key
    and share.definition = moved.definition
where share.sector = 'ideburen'
    and share.symbol = ''
