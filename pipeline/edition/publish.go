package edition

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// currentName is the link to the published edition.
const currentName = "current"

// Publish makes the edition called id in dir the current one. Readers see the
// one before or this one, whole, whenever the program or the machine stops.
func Publish(dir, id string) error {
	if err := publish(dir, id); err != nil {
		return fmt.Errorf("publish edition %s: %w", id, err)
	}
	return nil
}

func publish(dir, id string) error {
	if _, err := ReadManifest(dir, id); err != nil {
		return err
	}
	if current, err := Current(dir); err == nil && current == id {
		return nil
	}
	// A link cannot be made under a temporary name by the library, so a
	// folder of its own keeps the name from being taken.
	temporary, err := os.MkdirTemp(dir, linkPrefix)
	if err != nil {
		return err
	}
	defer os.RemoveAll(temporary)
	link := filepath.Join(temporary, currentName)
	if err := os.Symlink(id, link); err != nil {
		return err
	}
	if err := os.Rename(link, filepath.Join(dir, currentName)); err != nil {
		return err
	}
	return syncFolder(dir)
}

// Current returns the id of the published edition in dir, "" when there is
// none yet.
func Current(dir string) (string, error) {
	id, err := os.Readlink(filepath.Join(dir, currentName))
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err == nil {
		err = checkID(id)
	}
	if err != nil {
		return "", fmt.Errorf("current edition: %w", err)
	}
	return id, nil
}

// List returns the ids of all editions in dir, sorted.
func List(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("list editions: %w", err)
	}
	var ids []string
	for _, e := range entries {
		if e.IsDir() && checkID(e.Name()) == nil {
			ids = append(ids, e.Name())
		}
	}
	return ids, nil
}

// Clean removes what killed runs left in dir and returns the names. The
// caller holds the workspace's lock: a candidate in the making looks the same.
func Clean(dir string) (removed []string, err error) {
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("clean editions: %w", err)
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), candidatePrefix) && !strings.HasPrefix(e.Name(), linkPrefix) {
			continue
		}
		if err := os.RemoveAll(filepath.Join(dir, e.Name())); err != nil {
			return removed, fmt.Errorf("clean editions: %w", err)
		}
		removed = append(removed, e.Name())
	}
	return removed, nil
}
