package edition

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// HistoryName is the file beside the editions that says what was published
// and withdrawn, when and why: an edition never changes, so it cannot say it.
const HistoryName = "history.json"

// pendingName is the history with one more event, while the switch is made.
const pendingName = ".history-next"

// What an event of the history did.
const (
	ActionPublished = "published"
	ActionWithdrawn = "withdrawn"
)

// An Event is one switch of the current edition. Events are only ever added.
type Event struct {
	Date     string `json:"date"`   // the run's --date, "2026-11-22"
	Action   string `json:"action"` // published or withdrawn
	Edition  string `json:"edition"`
	Inputs   string `json:"inputs"`   // what that edition was made from, as its manifest says
	Previous string `json:"previous"` // the current edition before, "" for none
	Current  string `json:"current"`  // the current edition after
	Reason   string `json:"reason"`   // why it was withdrawn, as its owner wrote it
}

// A HistoryError says that the history cannot be read.
type HistoryError struct {
	File  string
	Cause error
}

func (e *HistoryError) Error() string { return fmt.Sprintf("%s: %v", e.File, e.Cause) }

func (e *HistoryError) Unwrap() error { return e.Cause }

// Hint says what to do about it.
func (e *HistoryError) Hint() string {
	return "restore " + e.File + " from a copy; every edition is as it was"
}

// History returns the events of the editions in dir, oldest first; none where
// nothing was published since there are histories.
func History(dir string) ([]Event, error) { return readHistory(filepath.Join(dir, HistoryName)) }

func readHistory(file string) (events []Event, err error) {
	text, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err == nil {
		err = json.Unmarshal(text, &events)
	}
	if err != nil {
		return nil, &HistoryError{File: file, Cause: err}
	}
	return events, nil
}

// record makes a switch and adds its event to the history. The history with
// the event is written first, under another name, and takes its place when
// the switch is made; whoever comes after a kill in between sees from the
// current edition which of the two it was.
func record(dir string, e Event, change func() error) error {
	events, err := History(dir)
	if err != nil {
		return err
	}
	_, err = writeFile(dir, pendingName, func(w io.Writer) error {
		out := json.NewEncoder(w)
		out.SetEscapeHTML(false)
		out.SetIndent("", "  ")
		return out.Encode(append(events, e))
	})
	if err == nil {
		err = syncFolder(dir)
	}
	if err == nil {
		err = change()
	}
	return errors.Join(err, settle(dir))
}

// settle ends a switch that record began: one that was made is kept, and one
// that was not is undone.
func settle(dir string) error {
	pending := filepath.Join(dir, pendingName)
	events, err := readHistory(pending)
	if err != nil || len(events) == 0 {
		return err
	}
	current, err := Current(dir)
	if err == nil && current == events[len(events)-1].Current {
		if err := os.Rename(pending, filepath.Join(dir, HistoryName)); err != nil {
			return err
		}
		return syncFolder(dir)
	}
	return errors.Join(takeBack(dir), os.Remove(pending))
}
