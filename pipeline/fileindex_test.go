package pipeline_test

import (
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tresektor/pipeline/edition"
)

// TestTheIndexListsEveryTablesFiles holds that programs that follow index.json
// find every file of every table, with the manifest's checksums, and each
// measure as CSV, Parquet and JSON-stat; and that the page of downloads links
// to the same files.
func TestTheIndexListsEveryTablesFiles(t *testing.T) {
	t.Parallel()
	dir := smallWorkspace(t, smallFiles())
	refreshed(t, options(dir))
	current := filepath.Join(dir, "editions/current")
	type file struct{ Path, Format, SHA256 string }
	var index struct {
		Measures, Tables []struct {
			Name  string
			Files []file
		}
	}
	if err := json.Unmarshal([]byte(read(t, filepath.Join(current, "index.json"))), &index); err != nil {
		t.Fatal(err)
	}
	var manifest edition.Manifest
	if err := json.Unmarshal([]byte(read(t, filepath.Join(current, edition.ManifestName))), &manifest); err != nil {
		t.Fatal(err)
	}
	want := map[string]string{}
	for _, f := range manifest.Files {
		if strings.HasPrefix(f.Path, "tables/") && f.Path != "tables/csv-metadata.json" {
			want[f.Path] = f.SHA256
		}
	}
	got := map[string]string{}
	page := read(t, filepath.Join(current, "data.html"))
	for _, table := range slices.Concat(index.Measures, index.Tables) {
		for _, f := range table.Files {
			got[f.Path] = f.SHA256
			if !strings.Contains(page, `href="`+f.Path+`"`) {
				t.Errorf("data.html does not link to %s", f.Path)
			}
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-manifest +index:\n%s", diff)
	}
	for _, m := range index.Measures {
		for _, format := range []string{"CSV", "Parquet", "JSON-stat"} {
			if !slices.ContainsFunc(m.Files, func(f file) bool { return f.Format == format }) {
				t.Errorf("%s is not there as %s", m.Name, format)
			}
		}
	}
	if len(index.Measures) == 0 {
		t.Error("no measure")
	}
}
