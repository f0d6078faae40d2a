package edition

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// PutPage writes a page beside the editions in dir, whole or not at all, and
// leaves one alone that is the same already.
func PutPage(dir, name string, content []byte) error {
	before, err := os.ReadFile(filepath.Join(dir, name))
	if err == nil && bytes.Equal(before, content) {
		return nil
	}
	if err = putFile(dir, name, content); err == nil {
		err = syncFolder(dir)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", filepath.Join(dir, name), err)
	}
	return nil
}

// Addresses returns the ids of all editions in dir, sorted: those that are
// there in full, and those of which only a part is left.
func Addresses(dir string) ([]string, error) {
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
