package pipeline

import (
	"fmt"

	"tresektor/pipeline/edition"
)

// A ClockError says that a run's day is before one on which something was made.
type ClockError struct{ Day, Last string }

func (e *ClockError) Error() string {
	return fmt.Sprintf("the day of the run, %s, is before %s, the last on which an edition was made or changed", e.Day, e.Last)
}

// Hint says what to do about it.
func (e *ClockError) Hint() string {
	return "set the clock of the machine right, or give --date; nothing was changed"
}

// checkClock refuses a day before that of the current edition, the candidate
// or the last event.
func (s *session) checkClock() error {
	current, err := edition.Current(s.editions())
	if err != nil {
		return err
	}
	waiting, err := edition.Waiting(s.editions())
	if err != nil {
		return err
	}
	last, err := latestDay(s.editions(), current)
	if err != nil {
		return err
	}
	if waiting != "" {
		last = max(last, dayOf(waiting))
	}
	if s.day() < last {
		return &ClockError{Day: s.day(), Last: last}
	}
	return nil
}

// latestDay is the day of the last publication or withdrawal, "" for none. An
// edition from before there were histories was published on its own.
func latestDay(editions, current string) (last string, err error) {
	events, err := edition.History(editions)
	if current != "" {
		last = dayOf(current)
	}
	for _, event := range events {
		last = max(last, event.Date)
	}
	return last, err
}

// dayOf is the date that the id of an edition begins with.
func dayOf(id string) string { return id[:len("2026-11-22")] }
