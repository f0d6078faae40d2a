// Package owner finds out which owners together hold the majority of an
// organisation, by following control to the end of the chain.
//
// Control goes by votes where anyone's votes are stated, else by shares. An
// owner counts as what it is in itself (a Standing), and a company between as
// what its own owners make it. Public owners need at least half (SCB,
// Offentligt ägda företag, OE0108); idéburna and private owners need more than
// half. Only what holds whatever the missing parts are is decided, so that an
// owner of which nothing is known never makes anything private.
package owner

import (
	"iter"
	"time"
)

// A Link states that Owner owns a part of Owned in [From, To). A zero From
// means since before all other facts, a zero To until further notice.
type Link struct {
	Owned, Owner string
	Share, Votes Percent
	From, To     time.Time
	Source       string
	Line         int64
	Seen         Seen
}

// Seen is the first and the last day on which a fact was observed. Both are
// zero where its validity is stated.
type Seen struct{ First, Last time.Time }

// with is what both were observed on.
func (s Seen) with(o Seen) Seen {
	if s.First.IsZero() || !o.First.IsZero() && o.First.Before(s.First) {
		s.First = o.First
	}
	if o.Last.After(s.Last) {
		s.Last = o.Last
	}
	return s
}

// A Standing states what an organisation is in itself, whoever owns it, in
// [From, To). Ideburen means under the narrow definition (snav) before its
// owners are looked at. A company has no standing: it is what its owners make
// it. A foreign organisation of which more is known has that as its standing
// instead of Foreign. One that people decided goes before the others and before
// the organisation's owners; it may also say that it is NotPublic or Unknown.
type Standing struct {
	ID       string
	Is       Kind
	Decided  bool
	From, To time.Time
	Source   string
	Line     int64
	Seen     Seen
}

// A Majority states who holds the majority of Owned in [From, To), in which
// all facts that it rests on are the same.
type Majority struct {
	Owned    string
	From, To time.Time
	// Kind is Public, Ideburen, Private, Tie, or Unknown: not decided.
	Kind Kind
	// NotPublic means that public owners hold less than half, whatever the
	// parts that are not known.
	NotPublic bool
	// Contested means that facts of the chain contradict each other. What is
	// decided then holds whichever of the percentages is right.
	Contested bool
	// Chain holds the facts that are enough for the decision, and those that
	// contradict each other: the owners of Owned first, the largest first,
	// then the owners of these. Where nothing is decided it holds all owners, and
	// goes up until it has some 200 steps.
	Chain []Step
}

// Seen is when what the chain rests on was observed.
func (m *Majority) Seen() (seen Seen) {
	for _, s := range m.Chain {
		seen = seen.with(s.Link.Seen)
		if s.Standing != nil {
			seen = seen.with(s.Standing.Seen)
		}
	}
	return seen
}

// A Step is one line of evidence in a chain.
type Step struct {
	Link    *Link
	ByVotes bool
	// Is tells what the owner counts as.
	Is Kind
	// Standing is the evidence of Is. It is nil where the owner is what its
	// own owners make it, and where nothing is known.
	Standing *Standing
	// Against is evidence that the owner is something else, or nil.
	Against *Standing
}

// Percent is the part that the step counts: votes or shares.
func (s Step) Percent() Percent { return s.Link.counted(s.ByVotes) }

func (l *Link) counted(votes bool) Percent {
	if votes {
		return l.Votes
	}
	return l.Share
}

// Majorities gives the majority of every owned organisation in every interval
// in which somebody is known to own it, sorted by organisation and time. The
// order of links and own does not matter. Facts that cannot be true by
// themselves are all refused, each with a FactError.
func Majorities(links []Link, own []Standing) (iter.Seq[Majority], error) {
	if err := check(links, own); err != nil {
		return nil, err
	}
	g := newGraph(links, own)
	for _, ring := range g.rings() {
		g.evaluate(ring)
	}
	return g.majorities, nil
}
