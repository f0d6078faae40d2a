package edition

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// waitingName is the folder of candidates among the editions. It is on the
// same disk, so that publishing is a rename, and for its owner only: nobody
// reads a number before it is published.
const waitingName = ".candidate"

// WaitingFolder is where candidates are made and wait to be published. It is
// a folder of editions of its own, whose current edition is the candidate.
func WaitingFolder(dir string) string { return filepath.Join(dir, waitingName) }

// NewWaiting starts a candidate for the editions in dir.
func NewWaiting(dir string) (*Candidate, error) {
	if err := makeFolder(dir); err != nil {
		return nil, err
	}
	if err := os.Mkdir(WaitingFolder(dir), 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return nil, err
	}
	return NewCandidate(WaitingFolder(dir))
}

// Waiting returns the id of the candidate that waits in dir, "" for none.
func Waiting(dir string) (string, error) {
	id, err := Current(WaitingFolder(dir))
	if err != nil || id == "" {
		return "", err
	}
	if _, err := os.Stat(filepath.Join(WaitingFolder(dir), id)); errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	return id, nil
}

// Wait makes the sealed candidate called id the one that waits, instead of
// the one before, which is then abandoned.
func Wait(dir, id string) error { return point(WaitingFolder(dir), id) }

// Abandoned lists the sealed candidates that do not wait. Clean removes them.
func Abandoned(dir string) (ids []string, err error) {
	waiting, err := Current(WaitingFolder(dir))
	if err != nil {
		return nil, err
	}
	all, err := List(WaitingFolder(dir))
	for _, id := range all {
		if id != waiting {
			ids = append(ids, id)
		}
	}
	return ids, err
}

// Abandon lets no candidate wait. Clean removes the one that did.
func Abandon(dir string) error {
	err := os.Remove(filepath.Join(WaitingFolder(dir), currentName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// bringOut moves the candidate that waits to its permanent place. One that is
// there already, of the same content, is used instead.
func bringOut(dir, id string) error {
	waiting, err := Waiting(dir)
	if err != nil || waiting != id {
		return err
	}
	target := filepath.Join(dir, id)
	if _, err := os.Lstat(target); err == nil {
		return Whole(dir, id)
	}
	if err := os.Rename(filepath.Join(WaitingFolder(dir), id), target); err != nil {
		return err
	}
	return errors.Join(syncFolder(WaitingFolder(dir)), syncFolder(dir))
}

// takeBack moves a candidate that was brought out and not published back to
// where it waited.
func takeBack(dir string) error {
	id, err := Current(WaitingFolder(dir))
	if err != nil || id == "" {
		return err
	}
	back := filepath.Join(WaitingFolder(dir), id)
	if _, err := os.Lstat(back); err == nil {
		return nil
	}
	err = os.Rename(filepath.Join(dir, id), back)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
