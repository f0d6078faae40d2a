-- fact: the different pieces of evidence that hold somewhere.
--
-- in:    provider_evidence, reversed_evidence
-- grain: fact_id
-- why:   thousands of providers share a few hundred facts, and lists of numbers
--        are compared many times faster than lists of texts. The number is a
--        hash: two facts with one hash, which nobody will see, would break the
--        grain and stop the build.

select distinct
    fact_id,
    attribute,
    value,
    from_moment,
    to_moment,
    seen_moment,
    last_seen_moment,
from (
    select * from provider_evidence
    union all
    select * from reversed_evidence
)
