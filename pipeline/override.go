package pipeline

import "tresektor/pipeline/workspace"

// overrideTable has a row for every definition that a decision applies to.
// Who decided and reviewed, and the evidence, stay in the workspace.
func overrideTable(overrides []workspace.Override) table {
	t := table{name: "override", columns: []column{
		{"decision_id", text}, {"provider_id", text}, {"valid_from", date}, {"valid_to", date},
		{"definition", text}, {"sector", text}, {"reason_code", text}, {"review_by", date},
		{"supersedes", text},
	}}
	for _, o := range overrides {
		for _, definition := range o.Definitions {
			t.rows = append(t.rows, []any{
				o.ID, o.Provider, o.From, orNull(o.To), definition, o.Sector, o.Reason, o.ReviewBy,
				orNull(o.Supersedes),
			})
		}
	}
	return t
}
