-- cell_provider: who is behind a published cell, and what was decided of them.
--
-- in:    cell_volume, decision, evidence, history, provider
-- grain: provider_id, sector, basis, rule, reason
-- why:   everybody behind the number is here, decided or not; natural persons,
--        and sole traders by whatever identifier a source gives them, are
--        pooled before anything is told. A provider of a year of months has
--        one row for each decision that was made of it in the year. Parameters:
--        measure, period, definition.

with sole_trader as (
    select distinct provider_id
    from evidence
    where attribute = 'legal_form' and value = '10'
),

told as (
    select
        cell_volume.provider_id,
        case
            when sole_trader.provider_id is not null then 'person'
            else coalesce(provider.provider_kind, '')
        end as provider_kind,
        coalesce(provider.mask, '') as mask,
        coalesce(provider.name, '') as name,
        cell_volume.amount,
        cell_volume.hidden_units,
        cell_volume.lines,
        coalesce(decision.sector, 'unknown') as sector,
        coalesce(decision.basis, '') as basis,
        coalesce(decision.rule, '') as rule,
        coalesce(decision.reason, '') as reason,
        coalesce(decision.is_carried, false) as is_carried,
        coalesce(decision.is_contested, false) as is_contested,
    from cell_volume
    left join provider using (provider_id)
    left join sole_trader using (provider_id)
    left join history
        on history.history_id = provider.history_id
        and history.measure = $1
        and history.period = $2
        and history.reference_date = cell_volume.reference_date
    left join decision
        on decision.pattern_id = history.pattern_id
        and decision.definition = $3
)

select
    provider_id,
    provider_kind,
    mask,
    name,
    sum(amount)::bigint as amount,
    sum(hidden_units)::bigint as hidden_units,
    case
        when count(*) = 1 then min(lines)
        else array_to_string(list_sort(list_transform(
            string_split(string_agg(lines, ' ' order by lines), ' '),
            spot -> spot::bigint
        )), ' ')
    end as lines,
    sector,
    basis,
    rule,
    reason,
    bool_or(is_carried) as is_carried,
    bool_or(is_contested) as is_contested,
from told
group by all
