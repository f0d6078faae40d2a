package pipeline

import (
	"path/filepath"

	"tresektor/pipeline/edition"
)

// The names that stand for editions, beside their ids.
const (
	namedCurrent  = "current"
	namedPrevious = "previous"
)

// A NoPreviousError says that no edition lies before the current one.
type NoPreviousError struct{ Edition string }

func (e *NoPreviousError) Error() string {
	return "there is no previous edition: the current one, " + e.Edition + ", is the first"
}

// editionNamed finds the id of the edition that somebody names: current, or
// nothing, for the current one, previous for the one that it followed, and
// else the id itself, which need not be there.
func editionNamed(o Options, name string) (string, error) {
	if name != "" && name != namedCurrent && name != namedPrevious {
		return name, nil
	}
	editions := filepath.Join(o.Dir, "editions")
	current, err := edition.Current(editions)
	if err != nil {
		return "", err
	}
	if current == "" {
		return "", noEdition(o.Dir)
	}
	if name != namedPrevious {
		return current, nil
	}
	manifest, err := edition.ReadManifest(editions, current)
	if err == nil && manifest.Previous == "" {
		err = &NoPreviousError{Edition: current}
	}
	return manifest.Previous, err
}

// publishedNamed is editionNamed for an edition that must be there in full.
func publishedNamed(o Options, name string) (string, error) {
	id, err := editionNamed(o, name)
	if err != nil {
		return "", err
	}
	return id, exists(filepath.Join(o.Dir, "editions"), id)
}
