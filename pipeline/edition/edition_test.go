package edition_test

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tresektor/pipeline/edition"
)

var manifest = edition.Manifest{
	Title:   edition.Text{SV: "Exempel", EN: "Example"},
	Date:    "2026-11-22",
	Program: "test",
	Inputs:  "f00d",
	Snapshots: []edition.Snapshot{
		{Source: "skola", Name: "skola.csv", Size: 3, SHA256: "bb"},
		{Source: "ak9", Name: "ak9.csv", Size: 2, SHA256: "aa"},
	},
}

var content = map[string]string{
	"index.html":       "<!doctype html>",
	"tables/share.csv": "a,b\r\n",
	"tables/empty.csv": "",
}

func text(s string) func(io.Writer) error {
	return func(w io.Writer) error { _, err := io.WriteString(w, s); return err }
}

// seal makes an edition of content in dir.
func seal(t *testing.T, dir string, m edition.Manifest) string {
	t.Helper()
	c, err := edition.NewCandidate(dir)
	if err != nil {
		t.Fatal(err)
	}
	for name, s := range content {
		if err := c.Write(name, text(s)); err != nil {
			t.Fatal(err)
		}
	}
	id, err := c.Seal(m)
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func problems(t *testing.T, dir, id string) []string {
	t.Helper()
	found, err := edition.Verify(dir, id)
	if err != nil {
		t.Fatal(err)
	}
	var kinds []string
	for _, p := range found {
		kinds = append(kinds, p.Kind+" "+p.Path)
	}
	return kinds
}

// names lists dir, which must hold no leftover.
func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return all
}

func TestASealedEditionIsCompleteAndReadable(t *testing.T) {
	defer syscall.Umask(syscall.Umask(0o077))
	dir := filepath.Join(t.TempDir(), "editions")
	id := seal(t, dir, manifest)
	if diff := cmp.Diff([]string{id}, names(t, dir)); diff != "" {
		t.Errorf("folder (-want +got):\n%s", diff)
	}
	if got := problems(t, dir, id); got != nil {
		t.Errorf("problems = %v", got)
	}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		want := fs.FileMode(0o644)
		if d.IsDir() {
			want = 0o755
		}
		if got := info.Mode().Perm(); got != want {
			t.Errorf("%s has mode %o, want %o", name, got, want)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestTheSameContentHasTheSameIDAndBytes(t *testing.T) {
	one, two := t.TempDir(), t.TempDir()
	reversed := manifest
	reversed.Snapshots = []edition.Snapshot{manifest.Snapshots[1], manifest.Snapshots[0]}
	id, again := seal(t, one, manifest), seal(t, two, reversed)
	if id != again {
		t.Fatalf("ids %s and %s", id, again)
	}
	a, _ := os.ReadFile(filepath.Join(one, id, edition.ManifestName))
	b, _ := os.ReadFile(filepath.Join(two, id, edition.ManifestName))
	if diff := cmp.Diff(string(a), string(b)); diff != "" || len(a) == 0 {
		t.Errorf("manifests differ:\n%s", diff)
	}
}

func TestSealingWhatIsThereIsASuccess(t *testing.T) {
	dir := t.TempDir()
	id := seal(t, dir, manifest)
	if again := seal(t, dir, manifest); again != id {
		t.Errorf("second id %s, want %s", again, id)
	}
	if diff := cmp.Diff([]string{id}, names(t, dir)); diff != "" {
		t.Errorf("folder (-want +got):\n%s", diff)
	}
}

func TestSealingOverADamagedEditionNamesItAndLeavesIt(t *testing.T) {
	dir := t.TempDir()
	id := seal(t, dir, manifest)
	damaged := filepath.Join(dir, id, "index.html")
	if err := os.WriteFile(damaged, []byte("<!doctype HTML>"), 0o644); err != nil {
		t.Fatal(err)
	}
	c, err := edition.NewCandidate(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Discard()
	for name, s := range content {
		if err := c.Write(name, text(s)); err != nil {
			t.Fatal(err)
		}
	}
	var report *edition.DamagedError
	if _, err := c.Seal(manifest); !errors.As(err, &report) || report.Problems[0].Path != "index.html" {
		t.Fatalf("error = %v, want one that names index.html", err)
	}
	if got, _ := os.ReadFile(damaged); string(got) != "<!doctype HTML>" {
		t.Error("the damaged edition was changed")
	}
}

func TestSealReadsBackWhatWasWritten(t *testing.T) {
	dir := t.TempDir()
	c, err := edition.NewCandidate(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Write("tables/share.csv", text("a,b\r\n")); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(c.Folder(), "tables/share.csv"), []byte("a,c\r\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	var report *edition.DamagedError
	if _, err := c.Seal(manifest); !errors.As(err, &report) {
		t.Fatalf("error = %v, want a DamagedError", err)
	}
	if ids, _ := edition.List(dir); ids != nil {
		t.Errorf("editions = %v, want none", ids)
	}
}

func TestWriteRefusesWhatIsNoPathOfAnEdition(t *testing.T) {
	c, err := edition.NewCandidate(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"", "/etc/x", "../x", "a/../../x", ".hidden", "a/.hidden", "a//b", "a/", `a\b`, edition.ManifestName} {
		if err := c.Write(name, text("x")); err == nil {
			t.Errorf("Write(%q) gave no error", name)
		}
	}
	if err := errors.Join(c.Write("a", text("1")), c.Write("a", text("2"))); err == nil {
		t.Error("the same path twice gave no error")
	}
}

func TestAFailedWriteLeavesNothing(t *testing.T) {
	c, err := edition.NewCandidate(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	full := errors.New("disk full")
	err = c.Write("share.csv", func(w io.Writer) error {
		io.WriteString(w, strings.Repeat("x", 1<<17))
		return full
	})
	if !errors.Is(err, full) || !strings.Contains(err.Error(), "share.csv") {
		t.Errorf("error = %v", err)
	}
	if got := names(t, c.Folder()); got != nil {
		t.Errorf("left behind: %v", got)
	}
	if err := c.Write("share.csv", text("x")); err != nil {
		t.Errorf("second try: %v", err)
	}
}

func TestFilesMayBeWrittenAtTheSameTime(t *testing.T) {
	dir := t.TempDir()
	c, err := edition.NewCandidate(dir)
	if err != nil {
		t.Fatal(err)
	}
	var group sync.WaitGroup
	for i := range 20 {
		group.Go(func() {
			if err := c.Write(fmt.Sprintf("tables/%d/share.csv", i%3*100+i), text("x")); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	id, err := c.Seal(manifest)
	if err != nil {
		t.Fatal(err)
	}
	m, err := edition.ReadManifest(dir, id)
	if err != nil || len(m.Files) != 20 {
		t.Errorf("%d files in the manifest, %v", len(m.Files), err)
	}
}

func TestSealWantsADate(t *testing.T) {
	c, err := edition.NewCandidate(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.Seal(edition.Manifest{Date: "22/11 2026"}); err == nil {
		t.Error("no error")
	}
}
