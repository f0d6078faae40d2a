package pipeline

import (
	"testing"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/workspace"
)

// A year of months is counted on the last day of each of them, so that no one day
// is told to be its reference day.
func TestExploreTellsNoReferenceDayOfAYearOfMonths(t *testing.T) {
	s := &session{space: &workspace.Workspace{Measures: []workspace.Measure{{ID: "yearly", Years: "from_months"}, {ID: "other"}}}}
	applicable := edition.Table{Name: "applicable", Fields: []edition.Field{
		{Name: "measure", Kind: edition.KindText}, {Name: "period", Kind: edition.KindText}, {Name: "reference_date", Kind: edition.KindText},
	}, Rows: [][]any{{"yearly", "2024", "2024-09-30"}, {"other", "2024", "2024-12-31"}}}
	e := s.exploration(siteTables{byName: map[string]edition.Table{"applicable": applicable}}, fileIndex{})
	if day := e.days[[2]string{"yearly", "2024"}]; day != "" {
		t.Errorf("the reference day of a year of months is %q", day)
	}
	if day := e.days[[2]string{"other", "2024"}]; day != "2024-12-31" {
		t.Errorf("the reference day of another year is %q", day)
	}
}
