package edition_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tresektor/pipeline/edition"
)

func TestARemovedEditionExplainsItself(t *testing.T) {
	dir := t.TempDir()
	first := sealWaiting(t, dir, "2026-11-22")
	publish(t, dir, first)
	second := sealWaiting(t, dir, "2026-11-23")
	publish(t, dir, second)
	pages := map[string][]byte{"index.html": []byte("borta")}
	for range 2 { // again is as good as once
		if err := edition.Remove(dir, first, edition.Removal{Date: "2026-11-24"}, pages); err != nil {
			t.Fatal(err)
		}
	}
	var left []string
	for _, pattern := range []string{"*", "*/*"} {
		found, _ := filepath.Glob(filepath.Join(dir, first, pattern))
		for _, name := range found {
			name, _ = filepath.Rel(filepath.Join(dir, first), name)
			left = append(left, name)
		}
	}
	want := []string{"index.html", "manifest.json", "removed.json", "tables", "tables/share.csv"}
	if diff := cmp.Diff(want, left); diff != "" {
		t.Errorf("what is left (-want +got):\n%s", diff)
	}
	if text, _ := os.ReadFile(filepath.Join(dir, first, "index.html")); string(text) != "borta" {
		t.Errorf("the page says %q", text)
	}
	list, err := edition.List(dir)
	if diff := cmp.Diff([]string{second}, list); diff != "" || err != nil {
		t.Errorf("List (-want +got): %v\n%s", err, diff)
	}
	if r, err := edition.Removed(dir, first); err != nil || r == nil || r.Date != "2026-11-24" {
		t.Errorf("Removed = %v, %v", r, err)
	}
	if r, err := edition.Removed(dir, second); err != nil || r != nil {
		t.Errorf("Removed of one that is there = %v, %v", r, err)
	}
	if err := edition.Publish(dir, edition.Event{Edition: first}); err == nil {
		t.Error("it could be published again")
	}
}

func TestTheCurrentEditionIsNotRemoved(t *testing.T) {
	dir := t.TempDir()
	id := sealWaiting(t, dir, "2026-11-22")
	publish(t, dir, id)
	if err := edition.Remove(dir, id, edition.Removal{Date: "2026-11-24"}, nil); err == nil {
		t.Error("no error")
	}
	if got := problems(t, dir, id); got != nil {
		t.Errorf("it has %v", got)
	}
}
