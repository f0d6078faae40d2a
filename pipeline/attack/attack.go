// Package attack tries to find out what an edition does not show. It reads the
// files of editions and knows how published numbers are sums of each other;
// it knows nothing of how they were protected (method 6).
package attack

import (
	"cmp"
	"maps"
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

// beyondIn adds to true numbers what one definition counts beyond another, where
// it counts all that the other does.
func (p *Published) beyondIn(truth map[Number]int64) {
	more, isLess := map[Number]int64{}, map[Number]bool{}
	for n, value := range truth {
		for _, other := range p.beyond[[2]string{n.Definition, n.Part}] {
			less, far := n, n
			less.Definition = other
			far.Part += beyond + other
			if smaller, there := truth[less]; there {
				more[far] = value - smaller
				of := Number{Definition: n.Definition, Part: far.Part}
				isLess[of] = isLess[of] || value < smaller
			}
		}
	}
	for n, value := range more {
		if !isLess[Number{Definition: n.Definition, Part: n.Part}] {
			truth[n] = value
		}
	}
}

// Holes compares what the files tell with what is true: of a number below the
// limit of its measure and period they may tell no more than that it is at least
// one and below the limit. Zeros are shown.
func (p *Published) Holes(truth map[Number]int64, limits map[[2]string]int64) (holes []Hole) {
	p.beyondIn(truth)
	secret := map[Number]bool{}
	for n, value := range truth {
		if value > 0 && value < limits[[2]string{n.Measure, n.Period}] {
			secret[n] = true
		}
	}
	p.keep(secret)
	r := p.reckon()
	for n := range secret {
		i, there := r.known(n)
		if there && (i.Low > 1 || i.High < limits[[2]string{n.Measure, n.Period}]-1) {
			holes = append(holes, Hole{Number: n, IsEarlier: p.earlier[n]})
		}
	}
	slices.SortFunc(holes, func(a, b Hole) int { return Compare(a.Number, b.Number) })
	return holes
}

// Told are the numbers among some secret ones that the files tell exactly. Of
// those a limit says nothing: they may be of any size.
func (p *Published) Told(secret map[Number]bool) (told []Number) {
	p.keep(secret)
	r := p.reckon()
	for n := range secret {
		if i, there := r.known(n); there && i.Low == i.High && i.Low > 0 {
			told = append(told, n)
		}
	}
	slices.SortFunc(told, Compare)
	return told
}

// keep forgets measures and periods that have no secrets.
func (p *Published) keep(secret map[Number]bool) {
	has := map[[2]string]bool{}
	for n := range secret {
		has[[2]string{n.Measure, n.Period}] = true
	}
	maps.DeleteFunc(p.shown, func(n Number, _ int64) bool { return !has[[2]string{n.Measure, n.Period}] })
	maps.DeleteFunc(p.not, func(n Number, _ bool) bool { return !has[[2]string{n.Measure, n.Period}] })
}
