package workspace

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// writeFile replaces a file whole or not at all: a temporary name in the same
// folder, synced, then renamed.
func writeFile(path string, content []byte, mode fs.FileMode) error {
	temporary := path + ".new"
	err := writeSynced(temporary, mode, func(f *os.File) error {
		_, err := f.Write(content)
		return err
	})
	if err == nil {
		err = os.Rename(temporary, path)
	}
	if err != nil {
		return errors.Join(err, os.RemoveAll(temporary))
	}
	return syncFolder(filepath.Dir(path))
}

// writeSynced writes a new file to the disk. The mode is set last, so that it
// may be one that forbids writing.
func writeSynced(path string, mode fs.FileMode, write func(*os.File) error) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	err = write(f)
	if err == nil {
		err = errors.Join(f.Chmod(mode), f.Sync())
	}
	return errors.Join(err, f.Close())
}

// syncFolder makes a rename in the folder survive a power cut.
func syncFolder(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
