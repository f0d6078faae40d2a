package edition

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Clean ends what killed runs began in dir and removes what they left. It
// returns the names of the folders that it removed. The caller holds the
// workspace's lock: a candidate in the making looks the same.
func Clean(dir string) (removed []string, err error) {
	removed, err = clean(dir)
	if err != nil {
		return removed, fmt.Errorf("clean editions: %w", err)
	}
	return removed, nil
}

func clean(dir string) (removed []string, err error) {
	if err := settle(dir); err != nil {
		return nil, err
	}
	if removed, err = removeLeftovers(dir, nil); err != nil {
		return removed, err
	}
	waiting, err := Waiting(dir)
	if err != nil {
		return removed, err
	}
	if _, err := os.Lstat(WaitingFolder(dir)); err == nil && waiting == "" {
		return append(removed, waitingName), os.RemoveAll(WaitingFolder(dir))
	}
	abandoned, err := Abandoned(dir)
	if err != nil {
		return removed, err
	}
	more, err := removeLeftovers(WaitingFolder(dir), abandoned)
	return append(removed, more...), err
}

// removeLeftovers removes the folders of these names and those of killed runs.
func removeLeftovers(dir string, names []string) (removed []string, err error) {
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	for _, e := range entries {
		if isLeftover(e.Name()) {
			names = append(names, e.Name())
		}
	}
	for _, name := range names {
		if err := os.RemoveAll(filepath.Join(dir, name)); err != nil {
			return removed, err
		}
		removed = append(removed, name)
	}
	return removed, nil
}

func isLeftover(name string) bool {
	for _, prefix := range []string{candidatePrefix, linkPrefix, filePrefix} {
		if strings.HasPrefix(name, prefix) {
			return true
		}
	}
	return false
}
