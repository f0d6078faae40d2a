-- reversed_silence: where a definition says nothing with a decision reversed.
--
-- in:    agreement, applicable, cell, definition, definition_amount,
--        period, provider_cell, reversed_sector
-- grain: decision_id, definition, period_key
-- why:   a decision may leave less undecided than a definition's limit, or
--        more: without it there would be no share, or there would be one. Being
--        in force and having the evidence that is needed hang on no decision.

with moved as (
    select
        reversed_sector.decision_id,
        reversed_sector.definition,
        period.counted_key,
        sum(provider_cell.amount * (
            (reversed_sector.reversed_sector in ('nonpublic', 'unknown'))::int
            - (reversed_sector.sector in ('nonpublic', 'unknown'))::int
        )) as remainder,
        sum(provider_cell.amount * (
            (reversed_sector.reversed_sector = 'ideburen')::int
            - (reversed_sector.sector = 'ideburen')::int
        )) as ideburen,
    from reversed_sector
    join provider_cell using (provider_key)
    join cell using (cell_key, period_key)
    join period using (period_key)
    left join agreement on agreement.code = cell.agreement
    where agreement.branch is distinct from 'stod'
    group by all
)

select
    moved.decision_id,
    moved.definition,
    moved.counted_key as period_key,
from moved
join applicable
    on applicable.definition = moved.definition
    and applicable.period_key = moved.counted_key
join definition on definition.definition = moved.definition
join definition_amount
    on definition_amount.definition = moved.definition
    and definition_amount.counted_key = moved.counted_key
where coalesce(applicable.reason, '') in ('not_in_force', 'no_evidence')
    or definition.bounds = 'both'
    and (definition_amount.remainder + moved.remainder) * 100
        > greatest(definition_amount.ideburen + moved.ideburen, 0)
            * definition.remainder_percent
