package owner

import (
	"errors"
	"fmt"
	"strconv"
	"time"
)

// A FactError tells why a fact cannot be true by itself.
type FactError struct {
	Source string
	Line   int64
	Column string // share, votes, to, owned, owner, id or is
	Text   string // what was wrong
}

func (e *FactError) Error() string {
	return fmt.Sprintf("%s line %d: %s: %s", e.Source, e.Line, e.Column, e.Text)
}

// Hint tells what to do.
func (e *FactError) Hint() string {
	switch e.Column {
	case "share", "votes":
		return "give the part in percent, 0 or more, or leave it empty"
	case "to":
		return "give the first day on which the fact no longer holds; leave it empty if it still does"
	case "is":
		return "say public, ideburen, private or foreign, or leave the line out"
	}
	return "give the organisation"
}

func check(links []Link, own []Standing) error {
	var faults []error
	for i := range links {
		faults = append(faults, links[i].faults()...)
	}
	for i := range own {
		faults = append(faults, own[i].faults()...)
	}
	return errors.Join(faults...)
}

func (l *Link) faults() (faults []error) {
	refuse := func(column, text string) {
		faults = append(faults, &FactError{l.Source, l.Line, column, text})
	}
	if l.Owned == "" {
		refuse("owned", `""`)
	}
	if l.Owner == "" {
		refuse("owner", `""`)
	}
	if !l.Share.possible() {
		refuse("share", l.Share.String()+" %")
	}
	if !l.Votes.possible() {
		refuse("votes", l.Votes.String()+" %")
	}
	if dayFrom(l.From) >= dayTo(l.To) {
		refuse("to", notAfter(l.From, l.To))
	}
	return faults
}

func (s *Standing) faults() (faults []error) {
	refuse := func(column, text string) {
		faults = append(faults, &FactError{s.Source, s.Line, column, text})
	}
	if s.ID == "" {
		refuse("id", `""`)
	}
	if !s.possible() {
		refuse("is", strconv.Quote(s.Is.String()))
	}
	if dayFrom(s.From) >= dayTo(s.To) {
		refuse("to", notAfter(s.From, s.To))
	}
	return faults
}

func (s *Standing) possible() bool {
	if s.Is == Unknown || s.Is == NotPublic {
		return s.Decided
	}
	return s.Is <= Foreign
}

// possible lets a part be more than the whole: the rows that it is a sum of
// contradict each other then, and a tally knows what to make of that.
func (p Percent) possible() bool { return !p.Stated || p.Units >= 0 }

func notAfter(from, to time.Time) string {
	return fmt.Sprintf("%s is not after %s", to.Format(time.DateOnly), from.Format(time.DateOnly))
}
