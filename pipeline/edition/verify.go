package edition

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
)

// What can be wrong with a file of an edition.
const (
	ProblemMissing = "missing"
	ProblemChanged = "changed"
	ProblemExtra   = "extra"
)

// A Problem is one file that is not what the manifest says.
type Problem struct {
	Kind   string `json:"kind"` // missing, changed or extra
	Path   string `json:"path"`
	Detail string `json:"detail,omitempty"`
}

func (p Problem) String() string {
	if p.Detail == "" {
		return p.Kind + " " + p.Path
	}
	return p.Kind + " " + p.Path + " (" + p.Detail + ")"
}

// Verify reads every byte of the edition called id in dir and returns all
// files that are missing, changed or extra, in the order of their paths with
// the manifest first. An edition that is not there is an error.
func Verify(dir, id string) ([]Problem, error) {
	if err := checkID(id); err != nil {
		return nil, err
	}
	problems, err := verifyFolder(filepath.Join(dir, id), id)
	if err != nil {
		return nil, fmt.Errorf("verify edition %s: %w", id, err)
	}
	return problems, nil
}

// verifyFolder works inside an os.Root: a link that leads out of the edition
// is a changed file, not a way out.
func verifyFolder(folder, id string) ([]Problem, error) {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	m, problems := readManifest(root, id)
	found, err := regularFiles(root)
	if err != nil {
		return nil, err
	}
	delete(found, ManifestName)
	for _, file := range m.Files {
		delete(found, file.Path)
		if p := verifyFile(root, file); p != nil {
			problems = append(problems, *p)
		}
	}
	return append(problems, extra(found)...), nil
}

func readManifest(root *os.Root, id string) (m Manifest, problems []Problem) {
	content, err := root.ReadFile(ManifestName)
	if err != nil {
		return m, []Problem{unreadable(ManifestName, err)}
	}
	changed := func(detail string) []Problem {
		return []Problem{{Kind: ProblemChanged, Path: ManifestName, Detail: detail}}
	}
	if err := json.Unmarshal(content, &m); err != nil {
		return m, changed("not readable: " + err.Error())
	}
	if own := manifestID(m.Date, content); own != id {
		return m, changed("its content belongs to " + own)
	}
	return m, nil
}

func unreadable(name string, err error) Problem {
	if os.IsNotExist(err) {
		return Problem{Kind: ProblemMissing, Path: name}
	}
	return Problem{Kind: ProblemChanged, Path: name, Detail: err.Error()}
}

func verifyFile(root *os.Root, want File) *Problem {
	size, sum, err := sumFile(root, want.Path)
	if err != nil {
		p := unreadable(want.Path, err)
		return &p
	}
	switch {
	case size != want.Size:
		return &Problem{ProblemChanged, want.Path, fmt.Sprintf("%d bytes, the manifest says %d", size, want.Size)}
	case sum != want.SHA256:
		return &Problem{ProblemChanged, want.Path, "another SHA-256 than in the manifest"}
	}
	return nil
}

func sumFile(root *os.Root, name string) (size int64, sum string, err error) {
	info, err := root.Lstat(name)
	if err != nil {
		return 0, "", err
	}
	if !info.Mode().IsRegular() {
		return 0, "", fmt.Errorf("not a regular file")
	}
	f, err := root.Open(name)
	if err != nil {
		return 0, "", err
	}
	defer f.Close()
	hash := sha256.New()
	size, err = io.Copy(hash, f)
	return size, hex.EncodeToString(hash.Sum(nil)), err
}

// regularFiles lists everything in the edition that is not a folder with
// something in it: an empty folder was not written by Seal either.
func regularFiles(root *os.Root) (map[string]bool, error) {
	found := map[string]bool{}
	err := fs.WalkDir(root.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || name == "." {
			return err
		}
		delete(found, filepath.ToSlash(filepath.Dir(name)))
		found[name] = true
		return nil
	})
	return found, err
}

func extra(found map[string]bool) []Problem {
	var problems []Problem
	for _, name := range slices.Sorted(maps.Keys(found)) {
		problems = append(problems, Problem{Kind: ProblemExtra, Path: name})
	}
	return problems
}
