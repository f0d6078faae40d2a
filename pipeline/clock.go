package pipeline

import (
	"fmt"

	"tresektor/pipeline/edition"
)

// A ClockError says that a run's day is before that of what there is already.
type ClockError struct{ Day, Edition string }

func (e *ClockError) Error() string {
	return fmt.Sprintf("the day of the run, %s, is before that of edition %s", e.Day, e.Edition)
}

// Hint says what to do about it.
func (e *ClockError) Hint() string {
	return "set the clock of the machine right, or give --date; nothing was changed"
}

// checkClock refuses a day before the current edition's and the candidate's.
func (s *session) checkClock() error {
	current, err := edition.Current(s.editions())
	if err != nil {
		return err
	}
	waiting, err := edition.Waiting(s.editions())
	if err != nil {
		return err
	}
	for _, id := range []string{current, waiting} {
		if id != "" && s.day() < dayOf(id) {
			return &ClockError{Day: s.day(), Edition: id}
		}
	}
	return nil
}

// dayOf is the date that the id of an edition begins with.
func dayOf(id string) string { return id[:len("2026-11-22")] }
