-- code_label: the words for every code of an edition.
--
-- in:    label
-- grain: list, code
-- why:   no code stands alone in what people read.

select
    list,
    code,
    sort,
    label_sv,
    label_en,
    coalesce(explanation_sv, '') as explanation_sv,
    coalesce(explanation_en, '') as explanation_en,
from label
