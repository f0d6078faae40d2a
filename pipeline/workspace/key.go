package workspace

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

const keySize = 32

// Key gives the secret with which the numbers of natural persons are hashed:
// state/key, made at the first call. Without it a person would have another id
// tomorrow, so a damaged key is an error and never replaced.
func (w *Workspace) Key() ([]byte, error) {
	path := filepath.Join(w.Dir, "state", "key")
	key, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return w.makeKey(path)
	case err != nil:
		return nil, fmt.Errorf("key: %w", err)
	case len(key) != keySize:
		return nil, fmt.Errorf("key: state/key has %d bytes, expected %d; restore it from a copy, or delete it and state/tresektor.duckdb to give natural persons new ids", len(key), keySize)
	}
	return key, nil
}

func (w *Workspace) makeKey(path string) ([]byte, error) {
	key := make([]byte, keySize)
	rand.Read(key)
	err := w.makeState()
	if err == nil {
		err = writeFile(path, key, 0o600)
	}
	if err != nil {
		return nil, fmt.Errorf("key: %w", err)
	}
	return key, nil
}

// makeState makes sure that state/ is there, for its owner only.
func (w *Workspace) makeState() error {
	return makeFolder(filepath.Join(w.Dir, "state"), 0o700)
}
