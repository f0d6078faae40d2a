-- attribute: which evidence is carried back.
--
-- in:    attribute
-- grain: code
-- why:   sector/evidence_interval makes intervals of the trace's evidence by
--        the rules that were in force when the edition was made.

select
    code,
    carry_back,
from attribute
