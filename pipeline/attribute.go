package pipeline

import (
	"maps"
	"slices"
	"strings"

	"tresektor/pipeline/workspace"
)

// closedAttributes gives each attribute that has a code list of its name the
// list's codes as its values, so that evidence with another code is rejected.
// The lists legal_form and owner_control are read by evidence_fault itself.
func closedAttributes(attributes workspace.List, lists []workspace.List) workspace.List {
	closed := attributes
	closed.Rows = nil
	for _, row := range attributes.Rows {
		row = maps.Clone(row)
		if code := row["code"]; row["values"] == "" && code != "legal_form" && code != "owner_control" {
			row["values"] = strings.Join(codesOfList(lists, code), "|")
		}
		closed.Rows = append(closed.Rows, row)
	}
	return closed
}

func codesOfList(lists []workspace.List, name string) (codes []string) {
	i := slices.IndexFunc(lists, func(l workspace.List) bool { return l.Name == name })
	if i < 0 {
		return nil
	}
	for _, row := range lists[i].Rows {
		codes = append(codes, row["code"])
	}
	return codes
}
