package pipeline

import (
	"context"
	"fmt"
	"slices"

	"tresektor/pipeline/protect"
)

// The ways a measure is protected.
const (
	protectFrequency = "frequency" // no small numbers of people
	protectSecrecy   = "secrecy"   // nothing that tells of one provider
)

// leastShown is the least number of people that is published, where the source
// has no higher limit of its own (method 6).
const leastShown = 5

// What is said beside numbers that are not shown.
const (
	noteProtected = "protected" // to protect people
	noteLinked    = "linked"    // they would have to be protected in several tables at once
)

// A protection says how much of every cell of the protected measures is shown.
type protection struct {
	measures map[string]bool
	states   map[Total]protect.State // by total, without its definition
	closed   map[Total]bool          // totals that have a cell which is not wholly shown
	told     map[linkedPair]bool     // changes whose causes are shown
	periods  []protectedPeriod
	persons  map[[2]string]*personPeriod // by measure and period, without other protection
	below    map[string]bool             // places below län, where there are persons
}

// A protectedPeriod is what protecting one measure and period did.
type protectedPeriod struct {
	measure, period string
	limit           int64
	totals          []Total // in published order
	pattern         protect.Pattern
}

// of is how much is shown of a total.
func (p *protection) of(t Total) protect.State { return p.states[t.under("")] }

// isListed tells whether providers' own volumes in a total may be told: those in
// a part of it that is not shown could be told from the others.
func (p *protection) isListed(t Total) bool { return !p.closed[t.under("")] }

// protection finds what is shown of every protected measure, once.
func (s *session) protection(ctx context.Context) (*protection, error) {
	if s.shown != nil {
		return s.shown, nil
	}
	p := &protection{
		measures: map[string]bool{}, states: map[Total]protect.State{}, closed: map[Total]bool{},
		told: map[linkedPair]bool{}, persons: map[[2]string]*personPeriod{}, below: map[string]bool{},
	}
	if err := s.protectPersons(ctx, p); err != nil {
		return nil, err
	}
	var systems []*system
	for _, m := range s.space.Measures {
		if m.Protect == "none" {
			continue
		}
		p.measures[m.ID] = true
		of, err := s.systems(ctx, m)
		if err != nil {
			return nil, fmt.Errorf("protect %s: %w", m.ID, err)
		}
		systems = append(systems, of...)
	}
	if len(systems) == 0 {
		s.shown = p
		return p, nil
	}
	if err := s.remember(systems); err != nil {
		return nil, fmt.Errorf("protect: %w", err)
	}
	for _, each := range systems {
		p.add(each)
	}
	for measure := range p.measures {
		if m, _ := s.space.Measure(measure); m.Protect == protectSecrecy {
			continue
		}
		if err := s.readTold(ctx, measure, p); err != nil {
			return nil, fmt.Errorf("protect %s: %w", measure, err)
		}
	}
	s.shown = p
	return p, nil
}

// add protects one system and keeps what is shown of it.
func (p *protection) add(s *system) {
	pattern := protect.Pattern{}
	if s.secrets == nil {
		pattern = protect.Protect(s.System)
	} else {
		pattern, s.Limit = s.keep(), 0
	}
	p.periods = append(p.periods, protectedPeriod{
		measure: s.measure, period: s.period, limit: s.Limit, totals: s.totals, pattern: pattern,
	})
	p.show(s, pattern)
}

// show keeps what is shown of a system's totals.
func (p *protection) show(s *system, pattern protect.Pattern) {
	for c, t := range s.totals {
		p.states[t] = pattern.States[c]
	}
	for _, leaf := range s.Leaves {
		isClosed := slices.ContainsFunc(leaf.In, func(c int) bool { return pattern.States[c] != protect.Open })
		for _, c := range leaf.In {
			p.closed[s.totals[c]] = p.closed[s.totals[c]] || isClosed || s.secrets != nil
		}
	}
}
