package workspace_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tresektor/pipeline/workspace"
)

// A workspace adds another spelling of a built-in code without copying it.
func TestCodeAddsASpelling(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "w")
	if err := workspace.Init(dir, true); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(dir, "code"), 0o755); err != nil {
		t.Fatal(err)
	}
	text := "code,parent,sort,label_sv,label_en,alias,source,level\n10,,,,,Blekinge,,\n"
	if err := os.WriteFile(filepath.Join(dir, "code", "place.csv"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	w, err := workspace.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	places, _ := w.List("place")
	codes := places.Codes(strings.ToLower)
	if codes["blekinge"] != "10" || codes["blekinge län"] != "10" {
		t.Errorf("blekinge is %q and blekinge län %q, want 10 for both", codes["blekinge"], codes["blekinge län"])
	}
}
