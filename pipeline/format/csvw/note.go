package csvw

import (
	"fmt"

	"tresektor/pipeline/edition"
)

// A note is an annotation: on the table, on a column (a fragment as RFC 7111
// has them), or on one of its codes.
type note struct {
	Type      string    `json:"@type"`
	Mandatory bool      `json:"mandatory"` // nobody may show the numbers without it
	Target    reference `json:"oa:hasTarget"`
	Field     string    `json:"field,omitempty"`
	Code      string    `json:"code,omitempty"`
	Body      []literal `json:"oa:hasBody"`
}

// notes are all of them, the mandatory ones first.
func notes(t edition.Table) (all []note) {
	for _, mandatory := range []bool{true, false} {
		for _, n := range t.Notes {
			if n.Mandatory == mandatory {
				all = append(all, newNote(t, n))
			}
		}
	}
	return all
}

func newNote(t edition.Table, n edition.Note) note {
	target := t.Name + ".csv"
	if n.Field != "" {
		target += fmt.Sprintf("#col=%d", t.Index(n.Field)+1)
	}
	return note{
		Type: "oa:Annotation", Mandatory: n.Mandatory, Target: reference{target},
		Field: n.Field, Code: n.Code, Body: literals(n.Text),
	}
}
