package pipeline

import (
	"errors"
	"fmt"
	"path/filepath"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/orgnr"
)

// A Withdrawal tells what a rollback did.
type Withdrawal struct {
	Edition   string `json:"edition"` // current again
	Index     string `json:"index"`
	Withdrawn string `json:"withdrawn"`
	Date      string `json:"date"`
	Reason    string `json:"reason"`
}

// A FirstError says that there is no edition to go back to.
type FirstError struct{ Edition string }

func (e *FirstError) Error() string {
	return "edition " + e.Edition + " is the first: there is none before it to go back to"
}

// Hint says what to do about it.
func (e *FirstError) Hint() string { return "correct the inputs and run: tresektor refresh" }

// Rollback makes the edition before the current one current again, byte for
// byte, and records why. It needs neither the configuration nor the database,
// only that the edition before is whole. The withdrawn one keeps its address.
func Rollback(o Options, reason string) (w Withdrawal, err error) {
	if orgnr.HoldsPersonal(edition.WithoutIDs(reason)) {
		return w, errors.New("the reason holds what may be a personal identity number; it is shown to everybody")
	}
	s, err := hold(o)
	if err != nil {
		return w, err
	}
	defer func() { err = errors.Join(err, s.close()) }()
	current, err := edition.Current(s.editions())
	if err != nil {
		return w, err
	}
	if current == "" {
		return w, noEdition(o.Dir)
	}
	event, err := s.withdrawal(current)
	if err != nil {
		return w, err
	}
	event.Date, event.Reason = s.day(), reason
	if err := edition.Withdraw(s.editions(), event); err != nil {
		return w, err
	}
	s.log().Info("withdrawn", "edition", current, "current", event.Current)
	s.showEditions()
	return Withdrawal{
		Edition: event.Current, Index: filepath.Join(s.editions(), event.Current, "index.html"),
		Withdrawn: current, Date: event.Date, Reason: reason,
	}, nil
}

// withdrawal finds what there was before the current edition: in the history,
// which is there also when the edition itself is damaged, or else in the
// edition's manifest.
func (s *session) withdrawal(current string) (e edition.Event, err error) {
	events, err := edition.History(s.editions())
	if err != nil {
		return e, err
	}
	e.Edition = current
	known := false
	for _, each := range events {
		if each.Action == edition.ActionPublished && each.Edition == current {
			e.Current, e.Inputs, known = each.Previous, each.Inputs, true
		}
	}
	if !known {
		manifest, err := edition.ReadManifest(s.editions(), current)
		if err != nil {
			return e, err
		}
		e.Current, e.Inputs = manifest.Previous, manifest.Inputs
	}
	if e.Current == "" {
		return e, &FirstError{Edition: current}
	}
	return e, isKept(s.editions(), e.Current)
}

// A RemovedError says that an edition is not there in full.
type RemovedError struct{ ID, Date string }

func (e *RemovedError) Error() string {
	return fmt.Sprintf("edition %s is not kept in full since %s", e.ID, e.Date)
}

// Hint says what there is of it.
func (e *RemovedError) Hint() string {
	return "its manifest.json and tables/share.csv are in editions/" + e.ID + "; keep in tresektor.yaml says how many editions stay"
}

// isKept refuses an edition that was removed.
func isKept(editions, id string) error {
	removal, err := edition.Removed(editions, id)
	if err == nil && removal != nil {
		err = &RemovedError{ID: id, Date: removal.Date}
	}
	return err
}
