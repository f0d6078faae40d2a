package pipeline

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"tresektor/pipeline/edition"
)

// A NoEditionError says that nothing is published in a workspace.
type NoEditionError struct{ Dir string }

func (e *NoEditionError) Error() string { return "no edition is published in " + e.Dir }

// Hint says what to do about it.
func (e *NoEditionError) Hint() string { return "run: tresektor refresh --dir " + e.Dir }

// Verify recomputes every checksum of the edition that is named, or of the
// candidate that waits. The error is an *edition.DamagedError when something
// is wrong.
func Verify(o Options, id string) (verified string, files int, err error) {
	editions := filepath.Join(o.Dir, "editions")
	if id, err = editionNamed(o, id); err != nil {
		return "", 0, err
	}
	waiting, err := edition.Waiting(editions)
	if err != nil {
		return "", 0, err
	}
	if id == waiting {
		editions = edition.WaitingFolder(editions)
	} else if err := exists(editions, id); err != nil {
		return "", 0, err
	}
	if err := edition.Whole(editions, id); err != nil {
		return id, 0, err
	}
	manifest, err := edition.ReadManifest(editions, id)
	return id, len(manifest.Files), err
}

// An UnknownEditionError says that there is no edition of that name.
type UnknownEditionError struct {
	ID       string
	Editions []string // those there are
}

func (e *UnknownEditionError) Error() string { return "there is no edition " + e.ID }

// Hint says what to do about it.
func (e *UnknownEditionError) Hint() string {
	if len(e.Editions) == 0 {
		return "no edition is published yet; run: tresektor refresh"
	}
	return "there are: " + strings.Join(e.Editions, " ") + "; current and previous are understood too"
}

// exists refuses the name of an edition that is not in editions, unless it is
// the current one: that one should be there.
func exists(editions, id string) error {
	list, err := edition.List(editions)
	if err != nil || slices.Contains(list, id) {
		return err
	}
	if current, err := edition.Current(editions); err != nil || current == id {
		return err
	}
	if err := isKept(editions, id); err != nil {
		return err
	}
	return &UnknownEditionError{ID: id, Editions: list}
}

// noEdition says why there is no edition: nothing is published, or the folder
// is not a workspace.
func noEdition(dir string) error {
	if _, err := os.Stat(filepath.Join(dir, "tresektor.yaml")); err != nil {
		return &NoWorkspaceError{Dir: dir, Cause: err}
	}
	return &NoEditionError{Dir: dir}
}
