package xlsx

import (
	"tresektor/pipeline/edition"
)

// codesSheet is the name of the sheet that tells which code a label is for.
const codesSheet = "code"

// shown gives what stands in a cell for each code of a field: its label, and
// the code too where several have the same label.
func shown(f edition.Field, language string) map[string]string {
	times := map[string]int{}
	for _, c := range f.Codes {
		times[c.Label.In(language)]++
	}
	labels := map[string]string{}
	for _, c := range f.Codes {
		switch label := c.Label.In(language); {
		case label == "":
		case times[label] > 1:
			labels[c.Code] = label + " (" + c.Code + ")"
		default:
			labels[c.Code] = label
		}
	}
	return labels
}

// codes lists every label that a sheet shows for a code, so that rows can be
// found again in the other formats.
func (b *book) codes() Sheet {
	list := edition.Table{
		Name: codesSheet, Title: b.words.Codes, Description: b.words.CodesText,
		Grain: []string{"field", "code"},
		Fields: []edition.Field{
			{Name: "field", Kind: edition.KindText, Label: b.words.Field},
			{Name: "code", Kind: edition.KindText, Label: b.words.Code},
			{Name: "label", Kind: edition.KindText, Label: b.words.Label},
		},
	}
	seen := map[[2]string]bool{}
	for _, s := range b.report.Sheets {
		for i, f := range s.Table.Fields {
			labels := shown(f, b.report.Language)
			for _, c := range s.Table.Occurring(i) {
				key := [2]string{f.Name, c.Code}
				if label := labels[c.Code]; label != "" && !seen[key] {
					seen[key] = true
					list.Rows = append(list.Rows, []any{f.Name, c.Code, label})
				}
			}
		}
	}
	return Sheet{Table: list, OnlyHere: true, SortedBy: "label"}
}
