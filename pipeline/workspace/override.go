package workspace

import (
	"slices"
	"strings"
)

// An Override is one row of overrides.csv: a decision that somebody made about
// one provider, with its evidence, and that somebody else has reviewed.
type Override struct {
	row sheetRow

	ID          string
	Provider    string   // provider_id: se:<ten digits>, foreign:…, or a named, publisher's or group identifier
	From, To    string   // the decision holds in [From, To), YYYY-MM-DD; To "" = without end
	Sector      string   // a code of the list sector
	Definitions []string // ids, ordered; all of the workspace where the cell says *
	Reason      string   // a code of the list override_reason
	Explanation string
	Evidence    OverrideEvidence
	DecidedBy   string
	ReviewedBy  string // somebody else than DecidedBy
	ReviewBy    string // YYYY-MM-DD; the decision is not applied from this day on
	Supersedes  string // the id of the decision that this one replaces; "" = none
}

// Line is the decision's line in overrides.csv.
func (o Override) Line() int { return o.row.at("decision_id").Line }

// OverrideEvidence is what a decision rests on. File, when there is one, is a
// copy in evidence/ with the checksum SHA256.
type OverrideEvidence struct {
	URL    string // an address or a diarienummer
	Date   string // YYYY-MM-DD
	File   string
	SHA256 string
}

// OverrideColumns is the header of overrides.csv, as Init writes it.
func OverrideColumns() []string { return overrideColumns() }

func overrideColumns() []string {
	return []string{
		"decision_id", "provider_id", "valid_from", "valid_to", "sector", "definitions", "reason_code", "explanation",
		"evidence_url", "evidence_date", "evidence_file", "evidence_sha256", "decided_by", "reviewed_by", "review_by", "supersedes",
	}
}

// mayBeEmpty are the cells that a complete decision can be without.
func mayBeEmpty(column string) bool {
	return slices.Contains([]string{"valid_to", "evidence_file", "evidence_sha256", "supersedes"}, column)
}

// overrides reads overrides.csv, which may be missing.
func (r *reader) overrides(definitions []string) (all []Override) {
	for _, f := range r.files(r.own, "", "overrides.csv") {
		for _, row := range sheetOf(f, overrideColumns(), r.found) {
			all = append(all, overrideOf(row, definitions, r.found))
		}
	}
	return all
}

func overrideOf(row sheetRow, definitions []string, found *problems) Override {
	c := row.cells
	o := Override{
		row: row, ID: c["decision_id"], From: c["valid_from"], To: c["valid_to"], Sector: c["sector"],
		Reason: c["reason_code"], Explanation: c["explanation"],
		Evidence:  OverrideEvidence{c["evidence_url"], c["evidence_date"], c["evidence_file"], strings.ToLower(c["evidence_sha256"])},
		DecidedBy: c["decided_by"], ReviewedBy: c["reviewed_by"], ReviewBy: c["review_by"], Supersedes: c["supersedes"],
	}
	if text := c["provider_id"]; text != "" {
		id, wrong := providerID(text)
		if o.Provider = id; wrong != "" {
			found.add(row.at("provider_id"), "%s", wrong)
		}
	}
	o.Definitions = slices.Compact(slices.Sorted(slices.Values(strings.Fields(c["definitions"]))))
	if slices.Contains(o.Definitions, "*") {
		if len(o.Definitions) > 1 {
			found.add(row.at("definitions"), "* stands for all definitions and cannot have others beside it")
		}
		o.Definitions = definitions
	}
	return o
}
