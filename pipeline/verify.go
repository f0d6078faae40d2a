package pipeline

import (
	"os"
	"path/filepath"

	"tresektor/pipeline/edition"
)

// A NoEditionError says that nothing is published in a workspace.
type NoEditionError struct{ Dir string }

func (e *NoEditionError) Error() string { return "no edition is published in " + e.Dir }

// Hint says what to do about it.
func (e *NoEditionError) Hint() string { return "run: tresektor refresh --dir " + e.Dir }

// Verify recomputes every checksum of an edition, the current one for "". The
// error is an *edition.DamagedError when something is wrong.
func Verify(o Options, id string) (verified string, files int, err error) {
	editions := filepath.Join(o.Dir, "editions")
	if id == "" {
		if id, err = edition.Current(editions); err != nil {
			return "", 0, err
		}
	}
	if id == "" {
		return "", 0, noEdition(o.Dir)
	}
	problems, err := edition.Verify(editions, id)
	if err != nil {
		return id, 0, err
	}
	if len(problems) > 0 {
		return id, 0, &edition.DamagedError{ID: id, Problems: problems}
	}
	manifest, err := edition.ReadManifest(editions, id)
	return id, len(manifest.Files), err
}

// noEdition says why there is no edition: nothing is published, or the folder
// is not a workspace.
func noEdition(dir string) error {
	if _, err := os.Stat(filepath.Join(dir, "tresektor.yaml")); err != nil {
		return &NoWorkspaceError{Dir: dir, Cause: err}
	}
	return &NoEditionError{Dir: dir}
}
