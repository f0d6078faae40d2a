package pipeline

import "tresektor/pipeline/workspace"

// labelTable has the words for every code of every list, for the definitions
// and for the sources, whose explanation is their publisher: what an edition's
// trace keeps to speak of them later.
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
	for i, source := range space.Sources {
		t.rows = append(t.rows, []any{
			"source", source.ID, int64(i), source.Title.SV, source.Title.EN, source.Publisher.SV, source.Publisher.EN,
		})
	}
	for i, d := range space.Definitions {
		t.rows = append(t.rows, []any{
			"definition", d.ID, int64(i), d.Label.SV, d.Label.EN, d.Explanation.SV, d.Explanation.EN,
		})
	}
	return t
}
