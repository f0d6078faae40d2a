package workspace

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

func TestInitMakesAWorkspaceThatOpens(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "workspace")
	if err := Init(dir, false); err != nil {
		t.Fatal(err)
	}
	w, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	if w.Config.Definition != "snav" || len(w.Sources) != 0 || len(w.Definitions) == 0 || len(w.Lists) == 0 {
		t.Errorf("%+v", w.Config)
	}
	want := map[string]fs.FileMode{
		".": fs.ModeDir | 0o755, "tresektor.yaml": 0o644, "sources": fs.ModeDir | 0o755, "inbox": fs.ModeDir | 0o755,
		"definition": fs.ModeDir | 0o755, "measure": fs.ModeDir | 0o755, "code": fs.ModeDir | 0o755,
		"evidence": fs.ModeDir | 0o755, "overrides.csv": 0o644, "acknowledged.csv": 0o644,
		"editions": fs.ModeDir | 0o755, "state": fs.ModeDir | 0o700,
	}
	if diff := cmp.Diff(want, modes(t, dir)); diff != "" {
		t.Error(diff)
	}
}

func modes(t *testing.T, dir string) map[string]fs.FileMode {
	t.Helper()
	found := map[string]fs.FileMode{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, entry fs.DirEntry, err error) error {
		about, failed := entry.Info()
		found[name] = about.Mode()
		return errors.Join(err, failed)
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestInitOfTheExampleOpensAndTakesEveryFile(t *testing.T) {
	dir := t.TempDir()
	if err := Init(dir, true); err != nil {
		t.Fatal(err)
	}
	w, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(w.Sources) != 4 || len(w.Config.Headline) != 4 {
		t.Errorf("%d sources and %d cards, want 4 and 4", len(w.Sources), len(w.Config.Headline))
	}
	if taken := take(t, w, night(1)); len(taken) != 4 || w.Unclaimed() != nil {
		t.Errorf("took %v, unclaimed %v", taken, w.Unclaimed())
	}
	found := modes(t, dir)
	if found["state"] != fs.ModeDir|0o700 || found["tresektor.yaml"] != 0o644 || found["inbox"] != fs.ModeDir|0o755 {
		t.Errorf("modes %v", found)
	}
}

func TestInitRefusesAFolderThatIsNotEmpty(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "letter.txt"), "dear")
	err := Init(dir, false)
	want := "init " + dir + ": the folder is not empty (it has letter.txt); choose a new or empty folder"
	if err == nil || err.Error() != want {
		t.Errorf("got %v", err)
	}
	if diff := cmp.Diff(map[string]fs.FileMode{".": fs.ModeDir | 0o755, "letter.txt": 0o644}, modes(t, dir)); diff != "" {
		t.Error(diff)
	}
}

func TestInitRefusesAFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "letter.txt")
	write(t, path, "dear")
	err := Init(path, false)
	if !errors.Is(err, syscall.ENOTDIR) || !strings.HasPrefix(err.Error(), "init "+path+": ") {
		t.Errorf("got %v", err)
	}
}

// A broken file system fails at its second file.
type broken struct{ fs.FS }

func (b broken) Open(name string) (fs.File, error) {
	if name == "inbox/b.csv" {
		return nil, errors.New("input/output error")
	}
	return b.FS.Open(name)
}

func TestInitLeavesNothingBehindOnFailure(t *testing.T) {
	from := broken{fstest.MapFS{"inbox/a.csv": {}, "inbox/b.csv": {}}}
	base := t.TempDir()
	for _, dir := range []string{filepath.Join(base, "new"), filepath.Join(base, "deep", "new"), t.TempDir()} {
		err := initialise(dir, from)
		if want := "init " + dir + ": input/output error"; err == nil || err.Error() != want {
			t.Errorf("got %v", err)
		}
		if left, _ := os.ReadDir(dir); len(left) != 0 {
			t.Errorf("%s has %s", dir, left[0].Name())
		}
	}
	if left, _ := os.ReadDir(base); len(left) != 0 {
		t.Errorf("%s is left", left[0].Name())
	}
}
