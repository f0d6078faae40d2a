-- pattern_outcome: the patterns that come to the same decisions everywhere.
--
-- in:    pattern_sector
-- grain: pattern_id
-- why:   hundreds of patterns come to a few dozen outcomes: the same sector,
--        basis and reason under every definition. The first pattern of an
--        outcome stands for all of them where volume is counted, so that
--        volume is grouped into as few rows as it can be.

with vector as (
    select
        pattern_id,
        list(
            struct_pack(
                definition := definition,
                sector := sector,
                basis := basis,
                reason := reason,
                is_carried := is_carried,
                is_contested := is_contested,
                could_be_public := could_be_public,
                could_be_private := could_be_private,
                could_be_ideburen := could_be_ideburen
            )
            order by definition
        ) as outcome,
    from pattern_sector
    group by all
)

select
    pattern_id,
    min(pattern_id) over (partition by outcome) as outcome_id,
from vector
