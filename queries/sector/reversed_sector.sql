-- reversed_sector: sectors with and without a decision reversed.
--
-- in:    pattern_sector, reversed_pattern
-- grain: decision_id, definition, provider_key, period_key
-- why:   see reversed_provider. is_own is where the decision itself decides.
--        The other rows follow from it, such as those of an owner's companies,
--        and are here only where it makes a difference.

select
    reversed_pattern.decision_id,
    counted.definition,
    reversed_pattern.provider_key,
    reversed_pattern.period_key,
    counted.sector,
    reversed.sector as reversed_sector,
    reversed_pattern.decision_id in (
        coalesce(counted.decision_id, ''), coalesce(reversed.decision_id, '')
    ) as is_own,
from reversed_pattern
join pattern_sector as counted
    on counted.pattern_id = reversed_pattern.pattern_id
join pattern_sector as reversed
    on reversed.pattern_id = reversed_pattern.reversed_pattern_id
    and reversed.definition = counted.definition
where is_own
    or counted.sector <> reversed.sector
    or counted.basis <> reversed.basis
