package pipeline

import "tresektor/pipeline/workspace"

// labelTable has the words for every code of every list, and for the
// definitions: what an edition's trace keeps to speak of them later.
func labelTable(space *workspace.Workspace) table {
	t := table{name: "label", columns: []column{
		{"list", text}, {"code", text}, {"sort", integer}, {"label_sv", text}, {"label_en", text},
		{"explanation_sv", text}, {"explanation_en", text},
	}}
	for _, list := range space.Lists {
		for i, row := range list.Rows {
			t.rows = append(t.rows, []any{
				list.Name, row["code"], int64(i), row["label_sv"], row["label_en"],
				row["explanation_sv"], row["explanation_en"],
			})
		}
	}
	for i, d := range space.Definitions {
		t.rows = append(t.rows, []any{
			"definition", d.ID, int64(i), d.Label.SV, d.Label.EN, d.Explanation.SV, d.Explanation.EN,
		})
	}
	return t
}
