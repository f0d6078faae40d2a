-- evidence: the evidence of this load.
--
-- in:    code_fault, evidence_row, provider, this_load
-- into:  evidence
-- grain: line, provider_key, attribute, value, other_id, observed_date,
--        valid_from
-- why:   a source may say the same of a provider on a thousand rows. The first
--        line that says it stands for all: an explanation needs one place to
--        look, and the rows are accounted for by their lines. But parts of a
--        whole add up: two rows with one owner's 30 per cent may be two classes
--        of shares, so each line stands for itself.

select
    this_load.load_id,
    min(evidence_row.line) as line,
    this_load.source,
    provider.provider_key,
    evidence_row.attribute,
    evidence_row.value,
    evidence_row.other_id,
    evidence_row.valid_from,
    evidence_row.valid_to,
    evidence_row.observed_date,
from evidence_row
cross join this_load
join provider using (provider_id)
anti join code_fault on code_fault.line = evidence_row.line
where evidence_row.drop_reason is null
    and evidence_row.value is not null
group by
    this_load.load_id,
    this_load.source,
    provider.provider_key,
    evidence_row.attribute,
    evidence_row.value,
    evidence_row.other_id,
    evidence_row.valid_from,
    evidence_row.valid_to,
    evidence_row.observed_date,
    case when evidence_row.attribute in ('owner_share', 'owner_votes')
        then evidence_row.line
    end
