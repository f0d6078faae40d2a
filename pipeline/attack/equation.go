package attack

import (
	"maps"
	"slices"
	"strings"
)

// The last part of the name of what a part leaves of its whole, and of what a
// definition counts beyond another.
const (
	rest   = "/rest"
	beyond = " beyond "
)

// reckon narrows every number that is not shown, by subtraction.
func (p *Published) reckon() *reckoning {
	r := &reckoning{Published: p, number: map[Number]int{}}
	for n := range p.not {
		r.add(n)
	}
	r.complete()
	r.sectors()
	r.parts()
	r.sums()
	r.definitions()
	r.run()
	return r
}

// known is what can be told of a number.
func (r *reckoning) known(n Number) (i Interval, there bool) {
	if value, isShown := r.value(n); isShown {
		return Interval{value, value}, true
	}
	if at, there := r.number[n]; there {
		return r.bounds[at], true
	}
	return i, false
}

// value is a number that is shown, or the difference between two that are.
func (r *reckoning) value(n Number) (int64, bool) {
	if value, isShown := r.shown[n]; isShown {
		return value, true
	}
	more, less := n, n
	if part, isRest := strings.CutSuffix(n.Part, rest); isRest {
		less.Part = part
		more.Part, _, _ = strings.Cut(part, "/")
	} else if part, other, isBeyond := strings.Cut(n.Part, beyond); isBeyond {
		more.Part, less.Part, less.Definition = part, part, other
	} else {
		return 0, false
	}
	most, isShown := r.shown[more]
	least, isBoth := r.shown[less]
	return most - least, isShown && isBoth
}

func (r *reckoning) has(n Number) bool {
	_, there := r.known(n)
	return there
}

// hidden are the numbers that are not shown, as they are now.
func (r *reckoning) hidden() []Number { return slices.SortedFunc(maps.Keys(r.number), Compare) }

// complete adds what has rows only where it is shown: the parts of a sector that
// is not shown, or shown without them, may be any that its definition knows.
func (r *reckoning) complete() {
	parts := r.partNames()
	of := func(n Number) []string { return parts[[3]string{n.Definition, n.Measure, n.Period}] }
	for n := range r.not {
		r.completeWith(n, of(n), func(string) bool { return true })
	}
	for n, amount := range r.shown {
		if names := of(n); isSector(n) && amount > 0 && !r.earlier[n] && len(names) > 0 {
			r.completeWith(n, names, isKind)
			r.completeWith(n, names, isReason)
		}
	}
}

// completeWith adds a sector's parts of a sort, unless some of them are shown.
func (r *reckoning) completeWith(sector Number, names []string, isOfSort func(part string) bool) {
	var parts []Number
	for _, name := range names {
		n := sector
		n.Part = name
		of, part, _ := strings.Cut(name, "/")
		switch _, isShown := r.shown[n]; {
		case of != sector.Part || !isOfSort(part):
		case isShown:
			return
		default:
			parts = append(parts, n)
		}
	}
	for _, n := range parts {
		r.add(n)
	}
}

// partNames are the names of parts of sectors that are shown, by definition,
// measure and period.
func (r *reckoning) partNames() map[[3]string][]string {
	names, isNamed := map[[3]string][]string{}, map[[4]string]bool{}
	for n := range r.shown {
		key, name := [3]string{n.Definition, n.Measure, n.Period}, [4]string{n.Definition, n.Measure, n.Period, n.Part}
		if strings.Contains(n.Part, "/") && !isNamed[name] {
			isNamed[name] = true
			names[key] = append(names[key], n.Part)
		}
	}
	return names
}

func isKind(part string) bool { return strings.HasPrefix(part, "kind/") }

func isBasis(part string) bool {
	return slices.Contains([]string{"presumed", "stated", "carried", "contested"}, part)
}

func isReason(part string) bool { return !isKind(part) && !isBasis(part) }

// sectors of a cell sum to its total.
func (r *reckoning) sectors() {
	names := map[string]bool{}
	for n := range r.everything {
		if isSector(n) {
			names[n.Part] = true
		}
	}
	isDone := map[Number]bool{}
	for _, n := range r.hidden() {
		total := totalOf(n)
		if n.Part = ""; isDone[n] || !r.has(total) {
			continue
		}
		isDone[n] = true
		var parts []Number
		for _, name := range slices.Sorted(maps.Keys(names)) {
			if n.Part = name; r.has(n) {
				parts = append(parts, n)
			}
		}
		if len(parts) > 0 {
			r.equal(total, parts)
		}
	}
}

func isSector(n Number) bool { return n.Part != "total" && !strings.Contains(n.Part, "/") }

// everything goes through all numbers, shown or not.
func (r *reckoning) everything(yield func(Number) bool) {
	for _, has := range []func(func(Number) bool){maps.Keys(r.shown), maps.Keys(r.number)} {
		for n := range has {
			if !yield(n) {
				return
			}
		}
	}
}

// parts of a sector are no more than it; kinds and reasons sum to it.
func (r *reckoning) parts() {
	names := map[string]bool{}
	for n := range r.everything {
		if !isSector(n) && n.Part != "total" {
			names[n.Part] = true
		}
	}
	isDone := map[Number]bool{}
	for _, n := range r.hidden() {
		n.Part, _, _ = strings.Cut(n.Part, "/")
		if n.Part != "total" && !isDone[n] && r.has(n) {
			isDone[n] = true
			r.partsOf(n, slices.Sorted(maps.Keys(names)))
		}
	}
}

func (r *reckoning) partsOf(sector Number, names []string) {
	var kinds, reasons []Number
	for _, name := range names {
		n := sector
		n.Part = name
		of, part, _ := strings.Cut(name, "/")
		switch {
		case of != sector.Part || !r.has(n):
		case isKind(part):
			kinds = append(kinds, n)
		case isBasis(part):
			other := n
			other.Part += rest
			r.equal(sector, []Number{n, other})
		default:
			reasons = append(reasons, n)
		}
	}
	for _, parts := range [][]Number{kinds, reasons} {
		if len(parts) > 0 {
			r.equal(sector, parts)
		}
	}
}

// definitions that count all that another does count so many more.
func (r *reckoning) definitions() {
	within := map[[2]string][]string{} // those that count all that one does
	for big, list := range r.beyond {
		for _, small := range list {
			key := [2]string{small, big[1]}
			within[key] = append(within[key], big[0])
		}
	}
	isDone := map[Number]bool{}
	for _, n := range r.hidden() {
		for _, less := range r.beyond[[2]string{n.Definition, n.Part}] {
			r.counts(n, less, isDone)
		}
		for _, big := range within[[2]string{n.Definition, n.Part}] {
			more := n
			more.Definition = big
			r.counts(more, n.Definition, isDone)
		}
	}
}

// counts says that a definition counts so many more than another, once.
func (r *reckoning) counts(more Number, other string, isDone map[Number]bool) {
	less, difference := more, more
	less.Definition = other
	difference.Part += beyond + other
	if !isDone[difference] && r.has(more) && r.has(less) {
		isDone[difference] = true
		r.equal(more, []Number{less, difference})
	}
}
