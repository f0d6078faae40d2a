// Package link finds the organisation numbers of suppliers that a source
// knows by name only.
//
// A name alone never links. A supplier is linked where exactly one
// organisation among all candidates has, or has had, the same name, and
// something beside the name (legal form, line of business, place) agrees and
// nothing contradicts. Everything else is for a person to decide.
package link

import (
	"errors"
	"iter"
	"slices"
	"strings"
)

// Attributes are what a source says of an organisation beside its name. Each
// may be unknown, and each may have several values.
type Attributes struct {
	Forms  []string // codes of data/legal_form.csv
	SNI    []string // SNI codes, with or without their text
	Places []string // codes of data/place.csv, or names of places
}

// A Supplier is known by name only.
type Supplier struct {
	ID     string // provider id, unique
	Source string
	Name   string // as published
	Attributes
}

// A Candidate is what one row of a register says of an organisation with a
// number. Several rows may speak of one organisation; what they say is put
// together.
type Candidate struct {
	ID    string   // provider id, "se:" and ten digits
	Names []string // all names, former ones too
	Attributes
}

// A Status says what became of a supplier.
type Status string

// The statuses.
const (
	Linked         Status = "linked"
	Review         Status = "review"
	Unlinked       Status = "unlinked"
	LinkedByHand   Status = "linked_by_hand"
	UnlinkedByHand Status = "unlinked_by_hand"
)

// A Reason says why a supplier is not linked.
type Reason string

// The reasons, in the order in which they are looked for.
const (
	NaturalPerson Reason = "natural_person"      // not looked for
	NoName        Reason = "no_name"             // nothing is left of the name without its legal form
	NoCandidate   Reason = "no_candidate"        // no organisation has such a name
	OnlySimilar   Reason = "only_similar"        // some have a name like it
	Ambiguous     Reason = "ambiguous"           // several have the name
	Contradicted  Reason = "contradicted"        // one has the name, but something else contradicts
	NotConfirmed  Reason = "no_second_attribute" // one has the name, and nothing else agrees
	OnlyForm      Reason = "only_legal_form"     // one has the name, and a legal form that says too little
)

// A Match is an organisation that a supplier may be.
type Match struct {
	Organisation string
	Name         string   // the one of its names that is most like the supplier's
	Score        int      // 1000 for the same name, less for a similar one
	Agrees       []string // attributes
	Contradicts  []string // attributes
}

// An Outcome says what became of one supplier.
type Outcome struct {
	Supplier     string // ID
	Status       Status
	Organisation string   // where it is linked
	Confirming   []string // the attributes that agree, where it is linked by the program
	Score        int      // of the link
	Why          Reason   // where the program does not link
	Matches      []Match  // the best first, at most five
	Exact        int      // organisations that have the very name, fifty for more
}

// Suppliers looks for each supplier among the candidates. The order of neither
// matters: outcomes come in the order of supplier ids. The candidates are
// ranged over twice, first for their names and then for what is known of those
// that may match, so that only these need memory. Natural persons are neither
// looked for nor found.
func Suppliers(suppliers []Supplier, places Places, candidates iter.Seq2[Candidate, error]) ([]Outcome, error) {
	suppliers = slices.SortedFunc(slices.Values(suppliers), func(a, b Supplier) int {
		return strings.Compare(a.ID, b.ID)
	})
	s := newSearch(suppliers, places)
	first, err := each(candidates, s.names)
	if err != nil {
		return nil, err
	}
	known := s.wanted()
	second, err := each(candidates, func(c Candidate) { known.add(c) })
	if err != nil {
		return nil, err
	}
	if first != second {
		return nil, errChanged
	}
	outcomes := make([]Outcome, len(suppliers))
	for i := range suppliers {
		outcomes[i] = s.decide(i, known)
	}
	return outcomes, nil
}

var errChanged = errors.New("link suppliers: the candidates were not the same when they were read again; give a sequence that can be ranged over twice")

func each(candidates iter.Seq2[Candidate, error], do func(Candidate)) (read int, err error) {
	for c, err := range candidates {
		if err != nil {
			return read, err
		}
		read++
		if isOrganisation(c.ID) {
			do(c)
		}
	}
	return read, nil
}
