package workspace

import (
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"tresektor/data"
)

//go:embed template.yaml
var template []byte

// folders of a workspace. What is under state is for its owner only; editions
// are read by a web server.
var folders = []string{"sources", "inbox", "definition", "measure", "code", "evidence", "editions", "state"}

// Init makes a workspace in dir, which must be new or empty: the example with
// its real data, or an empty one with a commented tresektor.yaml. After an
// error dir is as it was before.
func Init(dir string, example bool) error {
	var from fs.FS
	if example {
		sub, err := fs.Sub(data.FS(), "example")
		if err != nil {
			return fmt.Errorf("init %s: %w", dir, err)
		}
		from = sub
	}
	return initialise(dir, from)
}

func initialise(dir string, example fs.FS) error {
	entries, err := os.ReadDir(dir)
	if len(entries) > 0 {
		return fmt.Errorf("init %s: the folder is not empty (it has %s); choose a new or empty folder", dir, entries[0].Name())
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("init %s: %w", dir, err)
	}
	undo := undoing(dir, err == nil)
	if err := fill(dir, example); err != nil {
		return errors.Join(fmt.Errorf("init %s: %w", dir, err), undo())
	}
	return nil
}

// undoing gives a function that removes what will be made: the contents of a
// folder that is there, else the outermost folder that is not.
func undoing(dir string, there bool) func() error {
	if there {
		return func() error { return empty(dir) }
	}
	made := filepath.Clean(dir)
	for up := filepath.Dir(made); up != made; up = filepath.Dir(up) {
		if _, err := os.Lstat(up); err == nil {
			break
		}
		made = up
	}
	return func() error { return os.RemoveAll(made) }
}

func empty(dir string) error {
	entries, err := os.ReadDir(dir)
	for _, each := range entries {
		err = errors.Join(err, os.RemoveAll(filepath.Join(dir, each.Name())))
	}
	return err
}

func fill(dir string, example fs.FS) error {
	for _, each := range append([]string{"."}, folders...) {
		if err := makeFolder(filepath.Join(dir, each), folderMode(each)); err != nil {
			return err
		}
	}
	for name, columns := range map[string][]string{"overrides.csv": overrideColumns(), acknowledgedFile: AcknowledgedColumns()} {
		header := []byte(strings.Join(columns, ",") + "\n")
		if err := writeMode(filepath.Join(dir, name), header, 0o644); err != nil {
			return err
		}
	}
	if example == nil {
		return writeMode(filepath.Join(dir, "tresektor.yaml"), template, 0o644)
	}
	return fs.WalkDir(example, ".", func(name string, entry fs.DirEntry, err error) error {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err != nil {
			return err
		}
		if entry.IsDir() {
			return makeFolder(path, folderMode(name))
		}
		content, err := fs.ReadFile(example, name)
		if err != nil {
			return err
		}
		return writeMode(path, content, 0o644)
	})
}

func folderMode(name string) fs.FileMode {
	if name == "state" {
		return 0o700
	}
	return 0o755
}

// makeFolder and writeMode set the mode after creation, because the user's
// umask may forbid a web server what editions allow it.
func makeFolder(path string, mode fs.FileMode) error {
	if err := os.MkdirAll(path, mode); err != nil {
		return err
	}
	return os.Chmod(path, mode)
}

func writeMode(path string, content []byte, mode fs.FileMode) error {
	if err := os.WriteFile(path, content, mode); err != nil {
		return err
	}
	return os.Chmod(path, mode)
}
