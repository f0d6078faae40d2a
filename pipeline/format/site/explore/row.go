// Package explore makes what the page Explore shows from: the published shares
// as small scripts, one for each measure, definition, area and agreement, and
// an index of them. Scripts, because a page that is opened from a folder may
// load a script and nothing else. It also holds the page's own script, where
// the program was built with it.
package explore

import (
	"fmt"
	"slices"
)

// Sectors are the five, in the order in which a shard has their numbers.
func Sectors() []string { return []string{"public", "private", "ideburen", "nonpublic", "unknown"} }

// sectors is how many there are.
const sectors = 5

// A Row is a row of the published table share, or of share_kind: then it has a
// kind instead of its sector, and no lowest and highest share. Amounts are whole
// numbers of the measure's last decimal, shares are millionths; nil is no number.
type Row struct {
	Measure, Definition, Period, Place, Area, Agreement, Sector string
	Kind                                                        string `json:",omitempty"` // of organisation

	Amount, Total, Share, Low, High *int64
	Symbol, Note                    string
	IsHiding                        bool `json:",omitempty"` // its source suppressed numbers
}

// A state is what a row has: its symbol, the reason for it, and which numbers:
// the sum of 1 for the amount, 2 for the total, 4 for the share, 8 for the
// lowest and 16 for the highest share, and 32 where its source suppressed
// numbers that the range has.
type state struct {
	symbol, note string
	has          int
}

func (r Row) state() state {
	s := state{symbol: r.Symbol, note: r.Note}
	for i, number := range []*int64{r.Amount, r.Total, r.Share, r.Low, r.High} {
		if number != nil {
			s.has |= 1 << i
		}
	}
	if r.IsHiding && r.Low != nil {
		s.has |= 32
	}
	return s
}

// The states are those that occur; the first is that of a row that is not there.
type states struct {
	all []state
	at  map[state]int
}

func newStates() states { return states{all: []state{{}}, at: map[state]int{{}: 0}} }

func (s *states) add(one state) int {
	n, found := s.at[one]
	if !found {
		n = len(s.all)
		s.at[one] = n
		s.all = append(s.all, one)
	}
	return n
}

// told are the states, each as symbol, reason and what it has.
func (s *states) told() (all [][]any) {
	for _, one := range s.all {
		all = append(all, []any{one.symbol, one.note, one.has})
	}
	return all
}

// sector is where the row's sector stands among the five.
func (r Row) sector() (int, error) {
	i := slices.Index(Sectors(), r.Sector)
	if i < 0 {
		return 0, fmt.Errorf("sector %q is none of the five", r.Sector)
	}
	return i, nil
}

func value(n *int64) int64 {
	if n == nil {
		return 0
	}
	return *n
}
