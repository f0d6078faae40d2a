package owner

import (
	"cmp"
	"slices"
)

// span is what holds of an organisation from a day until the next span.
type span struct {
	from day
	state
}

// state is what an organisation counts as, and why.
type state struct {
	kind              Kind
	standing, against *Standing
	owned             bool
	majority          Kind
	notPublic         bool
	contested         bool    // about its own owners
	steps             []Step  // its own owners
	through           []int32 // those of them that are what their owners make them
}

// at gives what holds of an organisation on a day.
func (n *node) at(t day) *state {
	i, found := n.search(t)
	if !found {
		i--
	}
	return &n.spans[i].state
}

// search finds the first span from a day on, and whether it begins that day.
func (n *node) search(t day) (int, bool) {
	return slices.BinarySearchFunc(n.spans, t, func(s span, t day) int { return cmp.Compare(s.from, t) })
}

// evaluate gives the organisations of a ring their spans. Those of all owners
// outside it are known.
func (g *graph) evaluate(ring []int32) {
	work := newWork(g, ring)
	for _, t := range g.days(ring) {
		work.settle(t)
		for i, x := range ring {
			g.nodes[x].extend(g, span{t, work.state(i)}, len(ring) == 1)
		}
	}
}

// days gives the days on which anything may change for a ring, from always on.
func (g *graph) days(ring []int32) []day {
	days := []day{always}
	for _, x := range ring {
		for _, s := range g.nodes[x].own {
			days = append(days, s.from, s.to)
		}
		for _, h := range g.nodes[x].holdings {
			for _, c := range h.claims {
				days = append(days, c.from, c.to)
				days = g.nodes[h.owner].changes(c.period, days)
			}
		}
	}
	slices.Sort(days)
	days = slices.Compact(days)
	if days[len(days)-1] == never {
		days = days[:len(days)-1]
	}
	return days
}

// changes adds the days inside a period on which an organisation changes.
func (n *node) changes(within period, days []day) []day {
	i, found := n.search(within.from)
	if found {
		i++
	}
	for ; i < len(n.spans) && n.spans[i].from < within.to; i++ {
		days = append(days, n.spans[i].from)
	}
	return days
}

// extend adds a span, unless it says the same as the last one and so does all
// of the chain behind it. A ring of several is left as it is.
func (n *node) extend(g *graph, next span, alone bool) {
	if last := len(n.spans) - 1; last >= 0 && alone && n.spans[last].same(&next.state) && !g.anyChanges(next) {
		return
	}
	n.spans = append(n.spans, next)
}

func (g *graph) anyChanges(s span) bool {
	return slices.ContainsFunc(s.through, func(owner int32) bool {
		_, found := g.nodes[owner].search(s.from)
		return found
	})
}

func (s *span) same(o *state) bool {
	return s.kind == o.kind && s.standing == o.standing && s.against == o.against && s.owned == o.owned &&
		s.majority == o.majority && s.notPublic == o.notPublic && s.contested == o.contested &&
		slices.Equal(s.steps, o.steps)
}
