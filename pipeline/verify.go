package pipeline

import (
	"errors"
	"fmt"
	"path/filepath"

	"tresektor/pipeline/edition"
)

// ErrNoEdition says that nothing is published.
var ErrNoEdition = errors.New("no edition is published")

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
		return "", 0, fmt.Errorf("verify: %w", ErrNoEdition)
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
