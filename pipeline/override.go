package pipeline

import "tresektor/pipeline/workspace"

// overrideTable has a row for every definition that a decision applies to.
// Who decided and reviewed, and the evidence, stay in the workspace.
func overrideTable(overrides []workspace.Override) table {
	t := table{name: "override", columns: []column{
		{"decision_id", text}, {"provider_id", text}, {"valid_from", date}, {"valid_to", date},
		{"definition", text}, {"sector", text}, {"reason_code", text}, {"review_by", date},
		{"supersedes", text}, {"line", integer},
	}}
	for _, o := range overrides {
		for _, definition := range o.Definitions {
			t.rows = append(t.rows, []any{
				o.ID, o.Provider, o.From, orNull(o.To), definition, o.Sector, o.Reason, o.ReviewBy,
				orNull(o.Supersedes), int64(o.Line()),
			})
		}
	}
	return t
}

// reviewDay is the first day after the run's on which a decision's review is
// due: an edition made today is not the one that would be made then.
func reviewDay(overrides []workspace.Override, day string) (first string) {
	for _, o := range overrides {
		if o.ReviewBy > day && (first == "" || o.ReviewBy < first) {
			first = o.ReviewBy
		}
	}
	return first
}
