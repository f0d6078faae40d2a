-- label: the words for every code, in both languages.
--
-- in:    label
-- grain: list, code
-- why:   an explanation is for somebody who knows no codes, and it speaks the
--        words that were in force when the edition was made.

select
    list,
    code,
    sort,
    label_sv,
    label_en,
    explanation_sv,
    explanation_en,
from label
