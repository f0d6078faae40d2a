package pipeline_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"tresektor/pipeline/format/site/explore"
)

// TestExploreHasItsNumbersWithoutAScript: each measure is on the page over
// time, with the number that share.csv has, and what it links to is there.
func TestExploreHasItsNumbersWithoutAScript(t *testing.T) {
	t.Parallel()
	dir := smallWorkspace(t, smallFiles())
	refreshed(t, options(dir))
	current := filepath.Join(dir, "editions/current")
	for name, wants := range map[string][]string{
		"explore.html":    {`<h2 id="m-prov">Prov</h2>`, "Stockholm", "Belopp."},
		"explore.en.html": {`<h2 id="m-prov">Trial</h2>`, "Stockholm", "Amounts."},
	} {
		page := read(t, filepath.Join(current, name))
		for _, want := range wants {
			if !strings.Contains(page, want) {
				t.Errorf("%s does not have %s", name, want)
			}
		}
		if strings.Contains(page, "<script") != explore.HasScript() || strings.Contains(page, "explore-absent") == explore.HasScript() {
			t.Errorf("%s does not say truly whether it has a script", name)
		}
		checkInside(t, current, page)
	}
	for _, name := range []string{explore.Script, explore.Licences, explore.Path("sv"), explore.Path("en"), explore.Folder + "prov.snav.1.1.js"} {
		if _, err := os.Stat(filepath.Join(current, name)); (err == nil) != explore.HasScript() {
			t.Errorf("%s is there: %v, and the script is: %v", name, err == nil, explore.HasScript())
		}
	}
}

// TestTheIndexLeadsToPartsThatAreThere: what a page is asked to show of a
// definition or a source has its own id there.
func TestTheIndexLeadsToPartsThatAreThere(t *testing.T) {
	t.Parallel()
	if !explore.HasScript() {
		t.Log("this program has no script, and its editions have no index")
		return
	}
	dir := smallWorkspace(t, smallFiles())
	refreshed(t, options(dir))
	current := filepath.Join(dir, "editions/current")
	for _, language := range []string{"sv", "en"} {
		parts := regexp.MustCompile(`"page":"([^"#]+)#([^"]+)"`).FindAllStringSubmatch(read(t, filepath.Join(current, explore.Path(language))), -1)
		for _, part := range parts {
			if !strings.Contains(read(t, filepath.Join(current, part[1])), `id="`+part[2]+`"`) {
				t.Errorf("%s has no part %s", part[1], part[2])
			}
		}
		if len(parts) < 5 {
			t.Errorf("%s: only %d parts", language, len(parts))
		}
	}
}

// TestKindsReachThePage: the file of kinds has what share_kind.csv has, and the
// page is told of it.
func TestKindsReachThePage(t *testing.T) {
	t.Parallel()
	if !explore.HasScript() {
		t.Log("this program has no script, and its editions have no data for one")
		return
	}
	dir := smallWorkspace(t, smallFiles())
	refreshed(t, options(dir))
	current := filepath.Join(dir, "editions/current")
	table := read(t, filepath.Join(current, "tables/share_kind.csv"))
	if !strings.Contains(table, "snav,prov,2024-01,0180,none,none,ideell_forening,100.00,400.00,0.250000,") {
		t.Fatalf("the table has other kinds:\n%s", table)
	}
	shard := read(t, filepath.Join(current, explore.Folder+"kind-prov.snav.1.1.js"))
	if !strings.Contains(shard, `"kinds":["ideell_forening"]`) || !strings.Contains(shard, `"amount":[10000`) {
		t.Errorf("the file of kinds has something else: %s", shard)
	}
	index := read(t, filepath.Join(current, explore.Path("sv")))
	for _, want := range []string{`"kinds":{"codes":["ideell_forening"]`, `"label":"Ideell förening"`, `"kind_rest":"okand"`} {
		if !strings.Contains(index, want) {
			t.Errorf("the index does not have %s", want)
		}
	}
}

// checkInside opens what a page leads to inside its edition.
func checkInside(t *testing.T, folder, page string) {
	t.Helper()
	links := regexp.MustCompile(`(?:href|src|data-index)="([^"#:]+)"`).FindAllStringSubmatch(page, -1)
	for _, link := range links {
		if strings.HasPrefix(link[1], "../") {
			continue // the page of all editions is beside them
		}
		if _, err := os.Stat(filepath.Join(folder, link[1])); err != nil {
			t.Errorf("a link leads nowhere: %v", err)
		}
	}
	if len(links) < 8 {
		t.Errorf("only %d links", len(links))
	}
}
