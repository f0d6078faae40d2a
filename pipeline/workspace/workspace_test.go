package workspace

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

// small gives the files of testdata/small.txtar: a complete workspace, and
// under data/ built-in data of a few codes.
func small(t *testing.T) map[string]string {
	t.Helper()
	archive, err := txtar.ParseFile(filepath.Join("testdata", "small.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, f := range archive.Files {
		files[f.Name] = string(f.Data)
	}
	return files
}

// lay writes files to a new folder, except those under data/, which it gives
// as the built-in data.
func lay(t *testing.T, files map[string]string) (dir string, library fs.FS) {
	t.Helper()
	dir, built := t.TempDir(), fstest.MapFS{}
	for name, text := range files {
		if under, ok := strings.CutPrefix(name, "data/"); ok {
			built[under] = &fstest.MapFile{Data: []byte(text)}
			continue
		}
		write(t, filepath.Join(dir, name), text)
	}
	return dir, built
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func opened(t *testing.T, files map[string]string) *Workspace {
	t.Helper()
	w, err := open(lay(t, files))
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// change replaces a text that must be there exactly once.
func change(t *testing.T, files map[string]string, file, old, new string) {
	t.Helper()
	if strings.Count(files[file], old) != 1 {
		t.Fatalf("%s has %q %d times", file, old, strings.Count(files[file], old))
	}
	files[file] = strings.Replace(files[file], old, new, 1)
}

// A refusal changes one text of the small workspace and names the error that
// must follow.
type refusal struct{ name, file, old, new, want string }

func refuse(t *testing.T, cases []refusal) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			files := small(t)
			change(t, files, c.file, c.old, c.new)
			_, err := open(lay(t, files))
			if err == nil {
				t.Fatal("no error")
			}
			if diff := cmp.Diff(c.want, err.Error()); diff != "" {
				t.Error(diff)
			}
		})
	}
}
