package pipeline

import (
	"fmt"

	"tresektor/pipeline/edition"
)

// withdrawn returns the event by which the edition made of these inputs was
// withdrawn, nil where the last that happened to them is something else.
func (s *session) withdrawn(inputs string) (*edition.Event, error) {
	events, err := edition.History(s.editions())
	if err != nil {
		return nil, err
	}
	var last *edition.Event
	for i := range events {
		if events[i].Inputs == inputs {
			last = &events[i]
		}
	}
	if last == nil || last.Action != edition.ActionWithdrawn {
		return nil, nil
	}
	return last, nil
}

// A WithdrawnError says that what would be published was withdrawn.
type WithdrawnError struct{ Event edition.Event }

func (e *WithdrawnError) Error() string {
	return fmt.Sprintf("edition %s, made of these inputs, was withdrawn on %s: %s", e.Event.Edition, e.Event.Date, e.Event.Reason)
}

// Hint says what to do about it.
func (e *WithdrawnError) Hint() string {
	return "correct the inputs and run: tresektor refresh; or, if it was right, tresektor publish --again"
}

// refuseWithdrawn makes an error of what a refresh only reports.
func refuseWithdrawn(report Report, err error) (Report, error) {
	if err == nil && report.Withdrawn != nil {
		err = &WithdrawnError{Event: *report.Withdrawn}
	}
	return report, err
}
