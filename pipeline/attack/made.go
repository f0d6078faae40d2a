package attack

import (
	"slices"
	"strings"
)

// The last part of the name of what a part leaves of its whole, and of what a
// definition counts beyond another.
const (
	rest   = "/rest"
	beyond = " beyond "
)

// A made is what the name of a number says: which sector it is of, and for one that
// nobody writes, what it is the difference of.
type made struct {
	sector     int32  // of a part; itself otherwise
	part       string // what part of its sector; "" for a sector
	isTotal    bool
	more, less int32 // -1 where it is no difference
}

// making reads the names of all sorts of numbers that there are. Those of sectors
// of parts become sorts themselves.
func (r *reckoning) making() {
	for i := len(r.made); i < len(r.whats); i++ {
		w := r.whats[i]
		m := made{sector: int32(i), isTotal: w.part == "total", more: -1, less: -1}
		sector, part, isPart := strings.Cut(w.part, "/")
		if isPart {
			m.sector, m.part = r.named(w.definition, sector), part
		}
		if less, isRest := strings.CutSuffix(w.part, rest); isRest {
			m.more, m.less = m.sector, r.named(w.definition, less)
		} else if sector, other, isBeyond := strings.Cut(w.part, beyond); isBeyond {
			m.more, m.less = r.named(w.definition, sector), r.named(other, sector)
		}
		r.made = append(r.made, m)
	}
}

// sort is the place of a part under a definition, made if it is new.
func (r *reckoning) sort(definition, part string) int32 {
	i := r.named(definition, part)
	r.making()
	return i
}

func (r *reckoning) isSector(w int32) bool { return !r.made[w].isTotal && r.made[w].part == "" }

func isKind(part string) bool { return strings.HasPrefix(part, "kind/") }

func isBasis(part string) bool {
	return slices.Contains([]string{"presumed", "stated", "carried", "contested"}, part)
}

func isReason(part string) bool { return !isKind(part) && !isBasis(part) }

// valued is a number that is shown, or the difference between two that are.
func (r *reckoning) valued(i at) (int64, bool) {
	if r.state(i).isShown() {
		return r.value(i), true
	}
	m := r.made[i.what]
	if m.more < 0 || i.spot < 0 {
		return 0, false
	}
	more, less := at{i.spot, m.more}, at{i.spot, m.less}
	return r.value(more) - r.value(less), r.state(more).isShown() && r.state(less).isShown()
}

// known is what can be told of a number.
func (r *reckoning) known(i at) (is Interval, there bool) {
	if i.spot < 0 {
		return is, false
	}
	if value, isShown := r.valued(i); isShown {
		return Interval{value, value}, true
	}
	if own, there := r.added(i); there {
		return r.bounds[own], true
	}
	return is, false
}

func (r *reckoning) has(i at) bool {
	_, there := r.known(i)
	return there
}
