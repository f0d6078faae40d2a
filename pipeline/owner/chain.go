package owner

import "slices"

// majorities yields what the spans say, by organisation and time.
func (g *graph) majorities(yield func(Majority) bool) {
	w := walk{g: g, seen: make([]int32, len(g.nodes))}
	for x := range g.nodes {
		if len(g.nodes[x].holdings) > 0 && !w.organisation(int32(x), yield) {
			return
		}
	}
}

// organisation yields the majorities of one organisation. Spans that follow
// each other and have the same chain become one.
func (w *walk) organisation(x int32, yield func(Majority) bool) bool {
	var last *Majority
	n := &w.g.nodes[x]
	for i := range n.spans {
		next := w.majority(x, i)
		if last != nil && next != nil && last.same(next) {
			last.To = next.To
			continue
		}
		if last != nil && !yield(*last) {
			return false
		}
		last = next
	}
	return last == nil || yield(*last)
}

// majority is nil where nobody is known to own the organisation.
func (w *walk) majority(x int32, i int) *Majority {
	n := &w.g.nodes[x]
	s := &n.spans[i]
	if !s.owned {
		return nil
	}
	m := &Majority{Owned: n.id, From: s.from.time(), Kind: s.majority, NotPublic: s.notPublic}
	if i+1 < len(n.spans) {
		m.To = n.spans[i+1].from.time()
	}
	m.Chain, m.Contested = w.chain(x, s.from)
	return m
}

func (m *Majority) same(next *Majority) bool {
	return m.Kind == next.Kind && m.NotPublic == next.NotPublic && m.Contested == next.Contested &&
		slices.Equal(m.Chain, next.Chain)
}

// walk follows chains.
type walk struct {
	g     *graph
	seen  []int32 // in which chain an organisation was last seen, from 1
	count int32
	queue []int32
}

// enough is the number of steps after which a chain that decides nothing goes
// no further up. A chain that decides is never cut.
const enough = 200

// chain follows the owners of an organisation on a day, each organisation
// once: so it ends.
func (w *walk) chain(x int32, t day) (steps []Step, contested bool) {
	w.count++
	w.seen[x] = w.count
	w.queue = append(w.queue[:0], x)
	undecided := w.g.nodes[x].at(t).majority == Unknown
	for i := 0; i < len(w.queue) && !(undecided && len(steps) >= enough); i++ {
		s := w.g.nodes[w.queue[i]].at(t)
		contested = contested || s.contested
		for _, step := range s.steps {
			contested = contested || step.Against != nil
			steps = append(steps, step)
		}
		for _, owner := range s.through {
			if w.seen[owner] != w.count {
				w.seen[owner] = w.count
				w.queue = append(w.queue, owner)
			}
		}
	}
	return steps, contested
}
