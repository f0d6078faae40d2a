package pipeline_test

import (
	"path/filepath"
	"strings"
	"testing"

	"tresektor/pipeline/workspace"
)

// TestTheDefinitionAndTheOverrideInTheDocumentsWork uses docs/classification.md
// as it stands.
func TestTheDefinitionAndTheOverrideInTheDocumentsWork(t *testing.T) {
	t.Parallel()
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

// TestTheWorkedExampleInTheDocumentsWorks follows docs/classification.md from
// a register to a decision.
func TestTheWorkedExampleInTheDocumentsWorks(t *testing.T) {
	t.Parallel()
	page := read(t, filepath.Join("..", "docs", "classification.md"))
	files := smallFiles()
	files["sources/scb_register.yaml"] = block(t, page, "yaml", "profile: scb_register")
	files["sources/agare.yaml"] = "profile: agare\n"
	files["inbox/agare.csv"] = block(t, page, "csv", "owner;owned;")
	dir := smallWorkspace(t, files)
	put(t, dir, "scb_bulkfil_2026-06-29.zip", packedAs(t, "scb_bulkfil_JE_20260629T065839_80.txt", latin1(t, scbHeader+
		"1\t\t\t1\t\t1\t49\tBOLAGET AB\t\t\t\t\t\t165560160680\t11122\tSTOCKHOLM\t20200102\t1\t\n"+
		"1\t\t\t1\t\t1\t61\tFÖRENINGEN\t\t\t\t\t\t168020020718\t11122\tSTOCKHOLM\t19900101\t1\t\n")))
	refreshed(t, options(dir))
	const company = "556016-0680"
	check := func(definition, want string) {
		t.Helper()
		if got := owned(t, dir, definition, company); len(got) != 1 || got[0] != want {
			t.Errorf("%s: %v, want %s", definition, got, want)
		}
	}
	check("snav", "2024 2024 private presumed business")
	check("bred", "2024 2024 ideburen presumed idea_owners_presumed")
	_, rest, _ := strings.Cut(page, "**3. Decide.**")
	write(t, filepath.Join(dir, "overrides.csv"), block(t, rest, "csv", "decision_id"))
	refreshed(t, options(dir))
	check("snav", "2024 2024 private derived business_owners")
	check("bred", "2024 2024 ideburen derived idea_owners")
	for _, row := range table(t, dir, "override") {
		if row["definition"] == "bred" && row["share_with"] != row["share_without"] || row["status"] != "applied" {
			t.Errorf("the decision's effect: %v", row)
		}
	}
}
