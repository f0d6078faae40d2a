package owner

// rings gives the organisations in an order in which owners come before what
// they own. Organisations that own each other round in a circle are one ring;
// all others are a ring of their own. The circles are Tarjan's strongly
// connected components.
func (g *graph) rings() [][]int32 {
	s := ringSearch{graph: g, seen: make([]int32, len(g.nodes)), low: make([]int32, len(g.nodes))}
	for i := range g.nodes {
		if s.seen[i] == 0 {
			s.visit(int32(i))
		}
	}
	return s.found
}

type ringSearch struct {
	*graph
	seen, low []int32 // when an organisation was reached, from 1; the earliest reached from it
	count     int32
	open      []int32
	found     [][]int32
}

const closed = -1

func (s *ringSearch) visit(x int32) {
	s.count++
	s.seen[x], s.low[x] = s.count, s.count
	bottom := len(s.open)
	s.open = append(s.open, x)
	for _, h := range s.nodes[x].holdings {
		if s.seen[h.owner] == 0 {
			s.visit(h.owner)
		}
		if s.low[h.owner] != closed {
			s.low[x] = min(s.low[x], s.low[h.owner])
		}
	}
	if s.low[x] == s.seen[x] {
		s.close(bottom)
	}
}

// close makes a ring of what is open from bottom up.
func (s *ringSearch) close(bottom int) {
	ring := append([]int32(nil), s.open[bottom:]...)
	s.open = s.open[:bottom]
	for i, x := range ring {
		s.low[x] = closed
		s.nodes[x].ring, s.nodes[x].place = int32(len(s.found)), int32(i)
	}
	s.found = append(s.found, ring)
}
