package pipeline_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tresektor/pipeline"
)

// Sectors are looked up on another day when a measure's reference day is another,
// and what stands behind a number is opened on that day too: also what was loaded
// when it was the old one.
func TestAnotherReferenceDayReachesWhatIsLoadedAlready(t *testing.T) {
	t.Parallel()
	files := smallFiles()
	dir := smallWorkspace(t, files)
	refreshed(t, options(dir))
	write(t, filepath.Join(dir, "measure/prov.yaml"), strings.Replace(files["measure/prov.yaml"], "{kind: flow}", "{kind: stock, day: '01-15'}", 1))
	refreshed(t, options(dir))
	if got, want := distinct(pick(table(t, dir, "headline"), nil, "period", "reference_date")), "2024-01 2024-01-15"; got != want {
		t.Errorf("the card is of %q, want %q", got, want)
	}
	cell, err := pipeline.ExplainCell(t.Context(), options(dir), "", pipeline.Cell{Place: "0180", Definition: "snav"})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"private 300.00", "ideburen 100.00"}, listed(cell)); diff != "" {
		t.Errorf("mismatch (-want +got):\n%s", diff)
	}
}
