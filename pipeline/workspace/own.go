package workspace

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// ownPatterns are the files of a workspace that shape an edition, snapshots
// aside.
func ownPatterns() []string {
	return []string{
		"tresektor.yaml", "kind.yaml", "sources/*.yaml", "sources/*.sql", "definition/*.yaml", "measure/*.yaml", "code/*.csv",
		"figure/*.csv", qualityFile, "overrides.csv", acknowledgedFile, "intermediary.csv", correctionsFile, linksFile,
	}
}

// builtInPatterns are the files of the built-in data that shape an edition.
func builtInPatterns() []string {
	return []string{"*.csv", "kind.yaml", "definition/*.yaml", "definition/*.csv", "measure/*.yaml", "profile/*", "figure/*.csv"}
}

// OpenWith reads the workspace in dir as Open does, with other built-in data
// than the program's: the data that an earlier edition was made with.
func OpenWith(dir string, library fs.FS) (*Workspace, error) { return open(dir, library) }

// OwnFiles names the files of the workspace that shape an edition, snapshots
// aside, with slashes and in order: those of the fingerprint, and the files in
// evidence/ that decisions rest on.
func (w *Workspace) OwnFiles() ([]string, error) {
	names, err := ConfigurationFiles(os.DirFS(w.Dir))
	if err != nil {
		return nil, err
	}
	for _, o := range w.Overrides {
		if o.Evidence.File != "" {
			names = append(names, path.Join("evidence", o.Evidence.File))
		}
	}
	slices.Sort(names)
	return slices.Compact(names), nil
}

// ConfigurationFiles names the files in a folder that Open would read, in order.
func ConfigurationFiles(from fs.FS) ([]string, error) { return matching(from, ownPatterns()) }

// Library is the built-in data that the workspace was read with.
func (w *Workspace) Library() fs.FS { return w.library }

// BuiltInFiles names the built-in files that shape an edition, in order, with
// one fingerprint of them all.
func BuiltInFiles(library fs.FS) (names []string, fingerprint string, err error) {
	if names, err = matching(library, builtInPatterns()); err != nil {
		return nil, "", err
	}
	sum := sha256.New()
	for _, name := range names {
		text, err := fs.ReadFile(library, name)
		if err != nil {
			return nil, "", err
		}
		fmt.Fprintf(sum, "%d %s\n%d\n", len(name), name, len(text))
		sum.Write(text)
	}
	return names, hex.EncodeToString(sum.Sum(nil)), nil
}

func matching(from fs.FS, patterns []string) (names []string, err error) {
	for _, pattern := range patterns {
		found, err := fs.Glob(from, pattern)
		if err != nil {
			return nil, err
		}
		for _, name := range found {
			if !strings.HasPrefix(path.Base(name), ".") {
				names = append(names, name)
			}
		}
	}
	slices.Sort(names)
	return slices.Compact(names), nil
}

// SetDir moves what is read and written under state/ and inbox/ to another
// workspace's folder: the kept copy of a configuration has no snapshots.
func (w *Workspace) SetDir(dir string) { w.Dir = filepath.Clean(dir) }
