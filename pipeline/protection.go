package pipeline

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"tresektor/pipeline/attack"
	"tresektor/pipeline/protect"
	"tresektor/pipeline/workspace"
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
	persons  map[[2]string]*personPeriod // by measure and period
	below    map[string]bool             // places below län, where there are persons
	trees    attack.Trees
	silent   map[[2]string]bool // measures and periods that give no reasons of remainders

	countedPeriod func(measure, period string) string // in which a source's period is counted
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

// protection finds what is shown of every measure, once.
func (s *session) protection(ctx context.Context) (*protection, error) {
	if s.shown != nil {
		return s.shown, nil
	}
	p := &protection{
		measures: map[string]bool{}, countedPeriod: s.countedPeriod, states: map[Total]protect.State{}, closed: map[Total]bool{},
		told: map[linkedPair]bool{}, below: map[string]bool{}, silent: map[[2]string]bool{},
		persons: map[[2]string]*personPeriod{}, trees: s.trees(),
	}
	var systems []*system
	for _, m := range s.space.Measures {
		p.measures[m.ID] = m.Protect != "none"
		of, err := s.systems(ctx, m)
		if err != nil {
			return nil, fmt.Errorf("protect %s: %w", m.ID, err)
		}
		systems = append(systems, of...)
	}
	if len(systems) > 0 {
		if err := s.protectSystems(ctx, systems, p); err != nil {
			return nil, fmt.Errorf("protect: %w", err)
		}
	}
	s.shown = p
	return p, nil
}

// protectSystems protects all that needs it, natural persons first: what closes for
// them stays closed.
func (s *session) protectSystems(ctx context.Context, systems []*system, p *protection) error {
	if err := s.remember(systems); err != nil {
		return err
	}
	for place, of := range s.levels() {
		p.below[place] = isBelowLan(of)
	}
	for _, each := range systems {
		p.addPersons(each)
		if each.isProtected {
			p.add(each)
		}
	}
	return s.tell(ctx, p)
}

// tell finds the changes of protected measures whose causes may be told.
func (s *session) tell(ctx context.Context, p *protection) error {
	for _, m := range s.space.Measures {
		if !p.measures[m.ID] || m.Protect == protectSecrecy {
			continue
		}
		if err := s.readTold(ctx, m.ID, p); err != nil {
			return fmt.Errorf("%s: %w", m.ID, err)
		}
	}
	return nil
}

// systems reads what the published numbers of a measure are sums of, period by
// period; of measures without other protection those periods that have natural
// persons.
func (s *session) systems(ctx context.Context, m workspace.Measure) (list []*system, err error) {
	persons := map[int64]*personPeriod{}
	if m.Protect != protectSecrecy {
		if persons, err = s.personPeriods(ctx, m); err != nil {
			return nil, err
		}
	}
	isProtected := m.Protect != "none"
	if !isProtected && len(persons) == 0 {
		return nil, nil
	}
	all, err := s.readSystems(ctx, m)
	for _, key := range slices.Sorted(maps.Keys(all)) {
		one := all[key]
		if one.persons = persons[key]; isProtected || one.persons != nil {
			one.isProtected = isProtected
			list = append(list, one)
		}
	}
	return list, err
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
