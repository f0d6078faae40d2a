package edition_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tresektor/pipeline/edition"
)

func TestPublishSwitchesTheCurrentEdition(t *testing.T) {
	dir := t.TempDir()
	if id, err := edition.Current(dir); id != "" || err != nil {
		t.Fatalf("before the first: %q, %v", id, err)
	}
	next := manifest
	next.Date = "2026-11-23"
	first, second := seal(t, dir, manifest), seal(t, dir, next)
	for _, id := range []string{first, second, second, first} {
		if err := edition.Publish(dir, edition.Event{Edition: id}); err != nil {
			t.Fatal(err)
		}
		if got, err := edition.Current(dir); got != id || err != nil {
			t.Fatalf("current = %q, %v; want %s", got, err, id)
		}
		if target, _ := os.Readlink(filepath.Join(dir, "current")); target != id {
			t.Errorf("link to %q, want the relative %q", target, id)
		}
	}
	if diff := cmp.Diff([]string{first, second, "current", "history.json"}, names(t, dir)); diff != "" {
		t.Errorf("folder (-want +got):\n%s", diff)
	}
	ids, err := edition.List(dir)
	if diff := cmp.Diff([]string{first, second}, ids); diff != "" || err != nil {
		t.Errorf("List (-want +got): %v\n%s", err, diff)
	}
}

func TestPublishKeepsTheCurrentEditionWhenItCannot(t *testing.T) {
	dir := t.TempDir()
	id := seal(t, dir, manifest)
	if err := edition.Publish(dir, edition.Event{Edition: id}); err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{"2026-11-22-00000000", "../elsewhere", "current"} {
		if err := edition.Publish(dir, edition.Event{Edition: bad}); err == nil {
			t.Errorf("Publish(%q) gave no error", bad)
		}
	}
	if got, err := edition.Current(dir); got != id || err != nil {
		t.Errorf("current = %q, %v", got, err)
	}
}

func TestPublishDoesNotReplaceAFolderCalledCurrent(t *testing.T) {
	dir := t.TempDir()
	id := seal(t, dir, manifest)
	if err := os.MkdirAll(filepath.Join(dir, "current", "mine"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := edition.Publish(dir, edition.Event{Edition: id}); err == nil {
		t.Error("no error")
	}
	if _, err := edition.Current(dir); err == nil {
		t.Error("Current gave no error")
	}
}

func TestCleanRemovesLeftoversOnly(t *testing.T) {
	dir := t.TempDir()
	id := seal(t, dir, manifest)
	if err := edition.Publish(dir, edition.Event{Edition: id}); err != nil {
		t.Fatal(err)
	}
	killed, err := edition.NewCandidate(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := killed.Write("tables/half.csv", text("x")); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, ".htaccess"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	removed, err := edition.Clean(dir)
	if err != nil || len(removed) != 1 || !strings.HasPrefix(removed[0], ".candidate-") {
		t.Errorf("Clean = %v, %v", removed, err)
	}
	if diff := cmp.Diff([]string{".htaccess", id, "current", "history.json"}, names(t, dir)); diff != "" {
		t.Errorf("folder (-want +got):\n%s", diff)
	}
	if removed, err := edition.Clean(filepath.Join(dir, "none")); removed != nil || err != nil {
		t.Errorf("Clean of nothing = %v, %v", removed, err)
	}
}
