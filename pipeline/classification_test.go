package pipeline_test

import (
	"path/filepath"
	"testing"

	"tresektor/pipeline/workspace"
)

// TestTheDefinitionAndTheOverrideInTheDocumentsWork uses docs/classification.md
// as it stands.
func TestTheDefinitionAndTheOverrideInTheDocumentsWork(t *testing.T) {
	page := read(t, filepath.Join("..", "docs", "classification.md"))
	files := smallFiles()
	files["definition/utan_personalkooperativ.yaml"] = block(t, page, "yaml", "# definition/utan_personalkooperativ.yaml")
	files["overrides.csv"] = block(t, page, "csv", "decision_id")
	dir := smallWorkspace(t, files)
	refreshed(t, options(dir))
	got := map[string]string{}
	for _, row := range table(t, dir, "share") {
		if row["definition"] == "utan_personalkooperativ" && row["place"] == "0180" {
			got[row["sector"]] = row["amount"] + " " + row["share"]
		}
	}
	if got["ideburen"] != "100.00 0.250000" || got["private"] != "300.00 0.750000" || len(got) != 5 {
		t.Errorf("shares are %v", got)
	}
	space, err := workspace.Open(dir)
	if err != nil || len(space.Overrides) != 1 || space.Overrides[0].Provider != "se:5560160680" {
		t.Errorf("%v, %v", space, err)
	}
}
