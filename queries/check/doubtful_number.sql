-- doubtful_number: providers whose number looks like an organisation's and is
--           not.
--
-- in:       cell, period, provider_cell, provider_identity
-- grain:    provider_id, measure, period
-- why:      a number that fails its check digit is the publisher's own number,
--           or a slip; either way no register will know it.
-- severity: warning
-- hint:     compare the number with the publisher's file; correct it there if
--           it is a slip

select
    provider_identity.provider_id,
    period.measure,
    period.period,
    sum(provider_cell.amount)::hugeint as amount,
from provider_cell
join provider_identity using (provider_key)
join cell using (cell_key)
join period using (period_key)
where provider_identity.provider_kind = 'publisher'
    and regexp_full_match(
        provider_identity.provider_id, '[^:]+:[0-9]{6}-?[0-9]{4}'
    )
group by provider_identity.provider_id, period.measure, period.period
