// Package attack tries to find out what an edition does not show. It reads the
// files of editions and knows how published numbers are sums of each other;
// it knows nothing of how they were protected (method 6).
package attack

import (
	"cmp"
	"slices"
)

// A Number names one published number, shown or not. Part is a sector, "total",
// a part of a sector ("ideburen/presumed", "ideburen/kind/stiftelse"), or what a
// definition counts beyond another ("ideburen beyond snav"). Totals are the same
// under all definitions and have none.
type Number struct {
	Definition, Measure, Period, Place, Area, Agreement, Part string
}

// Compare orders numbers for lists that people read.
func Compare(a, b Number) int {
	return cmp.Or(
		cmp.Compare(a.Measure, b.Measure), cmp.Compare(a.Period, b.Period), cmp.Compare(a.Place, b.Place),
		cmp.Compare(a.Area, b.Area), cmp.Compare(a.Agreement, b.Agreement),
		cmp.Compare(a.Definition, b.Definition), cmp.Compare(a.Part, b.Part),
	)
}

// An Interval is what is known of a number of people: at least, at most.
type Interval struct{ Low, High int64 }

// unbounded is more than any number; sums of a thousand of it still fit.
const unbounded = int64(1) << 52

// A Tree says of which code a code is a part.
type Tree map[string]string

// Trees are those of the three dimensions.
type Trees struct{ Place, Area, Agreement Tree }

// A Hole is a number that the files tell more of than they may.
type Hole struct {
	Number
	IsEarlier bool // an edition before publishes the number itself
}

// Holes compares what the files tell with what is true: of a number below the
// limit of its measure and period they may tell no more than that it is at least
// one and below the limit. Zeros are shown.
func (p *Published) Holes(truth *Numbers, limits map[[2]string]int64) (holes []Hole) {
	secret := map[Number]bool{}
	for n, value := range p.smallest(truth) {
		if value > 0 && value < limits[[2]string{n.Measure, n.Period}] {
			secret[n] = true
		}
	}
	r := p.reckon(secret)
	for n := range secret {
		i, there := r.find(n)
		is, isKnown := r.known(i)
		if there && isKnown && (is.Low > 1 || is.High < limits[[2]string{n.Measure, n.Period}]-1) {
			holes = append(holes, Hole{Number: n, IsEarlier: r.state(i) == shownBefore})
		}
	}
	slices.SortFunc(holes, func(a, b Hole) int { return Compare(a.Number, b.Number) })
	return holes
}

// smallest goes through true numbers, and what one definition counts beyond another,
// where it counts all that the other does.
func (p *Published) smallest(truth *Numbers) func(func(Number, int64) bool) {
	return func(yield func(Number, int64) bool) {
		for i := range truth.all {
			if !yield(truth.name(i), truth.value(i)) {
				return
			}
		}
		for more := range int32(len(truth.whats)) {
			w := truth.whats[more]
			for _, other := range p.beyond[[2]string{w.definition, w.part}] {
				less, there := truth.whatAt[what{other, w.part}]
				if there && !truth.between(more, less, w.part+beyond+other, yield) {
					return
				}
			}
		}
	}
}

// between goes through the differences of two numbers of every spot, unless one is
// below zero somewhere.
func (s *Numbers) between(more, less int32, part string, yield func(Number, int64) bool) bool {
	differences := map[int32]int64{}
	for o := range int32(len(s.spots)) {
		if s.state(at{o, more}).isShown() && s.state(at{o, less}).isShown() {
			differences[o] = s.value(at{o, more}) - s.value(at{o, less})
			if differences[o] < 0 {
				return true
			}
		}
	}
	for o, difference := range differences {
		n := s.name(at{o, more})
		n.Part = part
		if !yield(n, difference) {
			return false
		}
	}
	return true
}

// Told are the numbers among some secret ones that the files tell exactly. Of
// those a limit says nothing: they may be of any size.
func (p *Published) Told(secret map[Number]bool) (told []Number) {
	r := p.reckon(secret)
	for n := range secret {
		i, there := r.find(n)
		if is, isKnown := r.known(i); there && isKnown && is.Low == is.High && is.Low > 0 {
			told = append(told, n)
		}
	}
	slices.SortFunc(told, Compare)
	return told
}

// asked tells of which spots something is asked: those of measures and periods that
// have secrets.
func (p *Published) asked(secret map[Number]bool) []bool {
	has := map[[2]string]bool{}
	for n := range secret {
		has[[2]string{n.Measure, n.Period}] = true
	}
	asked := make([]bool, len(p.spots))
	for i, o := range p.spots {
		asked[i] = has[[2]string{o.measure, o.period}]
	}
	return asked
}
