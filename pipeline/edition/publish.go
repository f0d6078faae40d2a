package edition

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// currentName is the link to the published edition.
const currentName = "current"

// Publish makes e.Edition, the candidate that waits or an edition of before,
// the current one in dir, and says so in the history. Readers see the one
// before or this one, whole, whenever the program or the machine stops. What
// is current already is left alone.
func Publish(dir string, e Event) error {
	current, err := Current(dir)
	if err == nil && current == e.Edition {
		_, err = ReadManifest(dir, current)
		return err
	}
	if err == nil {
		e.Action, e.Current, e.Previous = ActionPublished, e.Edition, current
		err = publish(dir, e)
	}
	if err != nil {
		return fmt.Errorf("publish edition %s: %w", e.Edition, err)
	}
	return leaveWaiting(dir, e.Edition)
}

func publish(dir string, e Event) error {
	if err := checkID(e.Edition); err != nil {
		return err
	}
	return record(dir, e, func() error {
		if err := bringOut(dir, e.Edition); err != nil {
			return err
		}
		if _, err := ReadManifest(dir, e.Edition); err != nil {
			return err
		}
		if isRemoved(dir, e.Edition) {
			return errors.New("it is no longer there in full")
		}
		return point(dir, e.Edition)
	})
}

// leaveWaiting ends the waiting of a candidate that is published.
func leaveWaiting(dir, id string) error {
	waiting, err := Current(WaitingFolder(dir))
	if err != nil || waiting != id {
		return err
	}
	return os.RemoveAll(WaitingFolder(dir))
}

// Withdraw makes e.Current the current edition in dir again, if every byte of
// it is as it was, and says in the history why. The edition that was current
// keeps its place.
func Withdraw(dir string, e Event) error {
	e.Action, e.Previous = ActionWithdrawn, e.Edition
	err := Whole(dir, e.Current)
	if err == nil {
		err = record(dir, e, func() error { return point(dir, e.Current) })
	}
	if err != nil {
		return fmt.Errorf("withdraw edition %s: %w", e.Edition, err)
	}
	return nil
}

// Whole reads every byte of the edition called id in dir. One that is not what
// its manifest says is a *DamagedError.
func Whole(dir, id string) error {
	problems, err := Verify(dir, id)
	if err == nil && len(problems) > 0 {
		err = &DamagedError{ID: id, Problems: problems}
	}
	return err
}

// point makes the link of a folder of editions lead to one of them.
func point(dir, id string) error {
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

// List returns the ids of all editions in dir that are there in full, sorted.
func List(dir string) ([]string, error) {
	all, err := Addresses(dir)
	var ids []string
	for _, id := range all {
		if !isRemoved(dir, id) {
			ids = append(ids, id)
		}
	}
	return ids, err
}
