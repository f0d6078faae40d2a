-- rule_word: what each rule of an edition says, and what it could be instead.
--
-- in:    rule
-- grain: definition, rule
-- why:   an explanation tells what other rules would have said.

select
    definition,
    rule,
    rule_order,
    sector,
    basis,
    coalesce(reason, '') as reason,
    is_contested,
    is_fallback,
    concat_ws(
        ' ',
        case when could_be_public then 'public' end,
        case when could_be_private then 'private' end,
        case when could_be_ideburen then 'ideburen' end
    ) as could_be,
from rule
