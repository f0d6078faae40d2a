-- evidence_list: the evidence of a history at a period, as one list.
--
-- in:    evidence_at
-- grain: history_id, period_key
-- why:   see pattern.

select
    history_id,
    period_key,
    list(
        struct_pack(
            attribute := attribute,
            value := value,
            is_carried := is_carried
        )
        order by attribute, value
    ) as evidence,
from evidence_at
group by all
