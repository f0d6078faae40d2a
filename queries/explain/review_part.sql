-- review_part: what the possible range of each total is made of.
--
-- in:    provider_part
-- grain: asked, part
-- why:   method 1. The range of the idéburen share follows from three parts:
--        what is idéburen, what is undecided, and the rest. Decisions are
--        counted so that one can tell what moved the range.

select
    asked,
    case
        when sector = 'ideburen' then 'ideburen'
        when sector in ('nonpublic', 'unknown') then 'undecided'
        else 'rest'
    end as part,
    sum(positive)::bigint as positive,
    sum(negative)::bigint as negative,
    sum(hidden_low)::bigint as hidden_low,
    sum(hidden_high)::bigint as hidden_high,
    count(*) filter (basis = 'override') as decisions,
from provider_part
group by all
order by asked, part
