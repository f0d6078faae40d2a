package pipeline

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/edition/cube"
)

func noted(field string) edition.Table {
	return edition.Table{
		Name: "share_elever", Title: word("Andel", "Share"), Grain: []string{"period"},
		Notes: []edition.Note{
			{Text: word("Om allt", "On all"), Mandatory: true},
			{Text: word("Om en uppgift", "On one"), Mandatory: true, Field: field},
		},
		Fields: []edition.Field{
			{Name: "period", Kind: edition.KindText, Dimension: true, Role: edition.RoleTime},
			{Name: "amount", Kind: edition.KindInteger, Symbol: "symbol"},
			{Name: "symbol", Kind: edition.KindText},
		},
		Rows: [][]any{{"2024", int64(1), ""}},
	}
}

// TestANoteThatACubeHasNoPlaceForIsBesideIt: it is in the file of notes where
// the cube's formats cannot have it, and there is no such file where they can.
func TestANoteThatACubeHasNoPlaceForIsBesideIt(t *testing.T) {
	for field, want := range map[string][]edition.Note{
		"amount": nil,
		"symbol": {{Text: word("Om en uppgift", "On one"), Mandatory: true, Field: "symbol"}},
	} {
		c, err := edition.NewCandidate(t.TempDir())
		if err != nil {
			t.Fatal(err)
		}
		if err := writeCubes(c, []edition.Table{noted(field)}, cube.Options{}); err != nil {
			t.Fatal(err)
		}
		var got []edition.Note
		beside, err := os.ReadFile(filepath.Join(c.Folder(), "tables/share_elever.notes.json"))
		if err == nil {
			err = json.Unmarshal(beside, &got)
		}
		if err != nil && want != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("note on %s (-want +got):\n%s", field, diff)
		}
	}
}

// TestEveryFormatHasEveryNote: what is not in one of a table's files must be
// in the file of notes beside it.
func TestEveryFormatHasEveryNote(t *testing.T) {
	c, err := edition.NewCandidate(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	tables := []edition.Table{noted("symbol")}
	if err := writeTables(c, tables); err != nil {
		t.Fatal(err)
	}
	if err := writeCubes(c, tables, cube.Options{}); err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for _, f := range c.Files() {
		content, err := os.ReadFile(filepath.Join(c.Folder(), f.Path))
		if err != nil {
			t.Fatal(err)
		}
		texts[strings.TrimPrefix(f.Path, "tables/share_elever.")] = string(content)
	}
	for name, files := range map[string][]string{
		"csv": {"csv", "csv-metadata.json"}, "px": {"px", "notes.json"}, "json-stat": {"json", "notes.json"},
		"json-stat in English": {"en.json", "notes.json"},
	} {
		notes := []string{"Om allt", "Om en uppgift"}
		if name == "json-stat in English" {
			notes = []string{"On all", "On one"}
		}
		for _, note := range notes {
			if !slices.ContainsFunc(files, func(file string) bool { return strings.Contains(texts[file], note) }) {
				t.Errorf("%s has no note %q", name, note)
			}
		}
	}
}
