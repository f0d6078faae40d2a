package pipeline

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/site"
)

func TestADecimalBecomesWholeUnitsOfItsLast(t *testing.T) {
	for text, want := range map[string]int64{"0": 0, "12": 12, "12.50": 1250, "0.032965": 32965, "-3.10": -310} {
		got, err := wholeUnits(text)
		if err != nil || got == nil || *got != want {
			t.Errorf("%s: %v, %v", text, got, err)
		}
	}
	if got, err := wholeUnits(nil); got != nil || err != nil {
		t.Errorf("no number became %v, %v", got, err)
	}
	for _, text := range []string{"", "x", "1.5.0", "99999999999999999999"} {
		if _, err := wholeUnits(text); err == nil {
			t.Errorf("%q was read", text)
		}
	}
}

// TestAPublishedRowIsShownAsItIs: remainders have their share, a symbol stands
// before all numbers, and what has no highest share says so.
func TestAPublishedRowIsShownAsItIs(t *testing.T) {
	for name, tt := range map[string]struct {
		row  []any
		want site.Range
	}{
		"a sector":            {[]any{"ideburen", "0.03", "0.03", "0.04", ""}, site.Range{Sector: "ideburen", Low: "0.03", High: "0.04"}},
		"a remainder":         {[]any{"unknown", "0.01", nil, nil, ""}, site.Range{Sector: "unknown", Low: "0.01", High: "0.01"}},
		"at least":            {[]any{"ideburen", "0.03", "0.03", nil, ""}, site.Range{Sector: "ideburen", Low: "0.03", High: "."}},
		"suppressed":          {[]any{"ideburen", nil, nil, nil, "..."}, site.Range{Sector: "ideburen", Low: "...", High: "..."}},
		"a hidden remainder":  {[]any{"unknown", nil, nil, nil, "..."}, site.Range{Sector: "unknown", Low: "...", High: "..."}},
		"a silent definition": {[]any{"public", nil, nil, nil, "."}, site.Range{Sector: "public", Low: ".", High: "."}},
	} {
		if diff := cmp.Diff(tt.want, shownRange(tt.row, []int{0, 1, 2, 3, 4})); diff != "" {
			t.Errorf("%s: -want +got:\n%s", name, diff)
		}
	}
}

// TestARowSaysWhetherItsSourceHides: the page must not say so of any other.
func TestARowSaysWhetherItsSourceHides(t *testing.T) {
	table := edition.Table{Name: "share", Fields: []edition.Field{}}
	for _, name := range []string{"amount", "total", "share", "measure", "definition", "period", "place", "area", "agreement", "symbol", "note", "sector", "low", "high", "hidden_units"} {
		table.Fields = append(table.Fields, edition.Field{Name: name})
	}
	read, err := newShareReader(table, "sector")
	if err != nil {
		t.Fatal(err)
	}
	for units, want := range map[any]bool{nil: false, int64(0): false, int64(17): true} {
		cells := make([]any, len(table.Fields))
		cells[len(cells)-1] = units
		if row, err := read.row(cells); err != nil || row.IsHiding != want {
			t.Errorf("%v hidden units: %v, %v", units, row.IsHiding, err)
		}
	}
}
