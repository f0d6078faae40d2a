package edition

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// A DamagedError reports an edition, or a candidate, whose files are not what
// its manifest says.
type DamagedError struct {
	ID          string
	IsCandidate bool // it waits to be published
	Problems    []Problem
}

func (e *DamagedError) Error() string {
	var lines []string
	for _, p := range e.Problems {
		lines = append(lines, p.String())
	}
	what := "edition"
	if e.IsCandidate {
		what = "candidate"
	}
	return fmt.Sprintf("%s %s is damaged: %s", what, e.ID, strings.Join(lines, "; "))
}

// Hint says what to do about it.
func (e *DamagedError) Hint() string {
	if e.IsCandidate {
		return "make it again with: tresektor refresh"
	}
	return "restore editions/" + e.ID + " from a copy, or remove it (and editions/current, if it is that) and run: tresektor refresh"
}

// Seal makes the candidate an edition and returns its id: it writes the
// manifest, reads every file back and compares, and renames the folder. An
// edition that is there already with the same content is a success. One that
// is there but damaged is a *DamagedError and is left as it is.
func (c *Candidate) Seal(m Manifest) (string, error) {
	if _, err := time.Parse(time.DateOnly, m.Date); err != nil {
		return "", fmt.Errorf("seal: date: %w", err)
	}
	m.Files = c.Files()
	content, err := m.bytes()
	if err != nil {
		return "", fmt.Errorf("seal: %w", err)
	}
	id := manifestID(m.Date, content)
	if err := c.finish(id, content); err != nil {
		return "", fmt.Errorf("seal %s: %w", id, err)
	}
	if err := c.place(id); err != nil {
		return "", fmt.Errorf("seal %s: %w", id, err)
	}
	return id, nil
}

// finish writes the manifest last, brings all folders to the disk and
// verifies what is there.
func (c *Candidate) finish(id string, manifest []byte) error {
	_, err := writeFile(c.folder, ManifestName, func(w io.Writer) error {
		_, err := w.Write(manifest)
		return err
	})
	if err != nil {
		return err
	}
	if err := syncTree(c.folder); err != nil {
		return err
	}
	problems, err := verifyFolder(c.folder, id)
	if err == nil && len(problems) > 0 {
		err = &DamagedError{ID: id, Problems: problems}
	}
	return err
}

// place gives the folder its name. The name is made of the content, so a
// folder that has it already is either the same edition or damaged.
func (c *Candidate) place(id string) error {
	target := filepath.Join(c.dir, id)
	if _, err := os.Lstat(target); err == nil {
		if err := Whole(c.dir, id); err != nil {
			return err
		}
		return c.Discard()
	} else if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.Chmod(c.folder, folderMode); err != nil {
		return err
	}
	if err := os.Rename(c.folder, target); err != nil {
		return err
	}
	return syncFolder(c.dir)
}

func syncTree(root string) error {
	return filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		return syncFolder(name)
	})
}
