package protect

// A pattern is a System on its way to a Pattern. What a reader knows of a cell
// is what this edition shows and what editions before have shown.
type pattern struct {
	System
	total   []int64 // of each cell
	atoms   [][]int64
	closed  []bool // the split is not shown
	hidden  []bool // nor is the total
	primary []bool
	all     [][]int      // every atom and every group
	stuck   map[int]bool // cells that nothing more can be done for
}

// Protect finds the pattern. Whatever it has to choose it chooses by the number
// of people whose numbers are lost and then by published order, so that the
// same system always gets the same pattern.
func Protect(s System) Pattern {
	p := newPattern(s)
	p.pool()
	p.settle(p.splits(), tightBlocks, func(a, b block) bool { return true })
	return p.result()
}

// Pool finds the pattern of a system whose amounts say how much of other numbers
// rests on whom, and not what they are. In every block there is then none of an
// atom, or enough of it: no sum of visible numbers is of fewer. It does not ask
// how well a number can be told from the size of the others, as Protect does.
func Pool(s System) Pattern {
	p := newPattern(s)
	p.pool()
	return p.result()
}

// pool closes cells until no block has few of an atom, nor of all.
func (p *pattern) pool() {
	p.settle(p.totals(), smallTotals, func(a, b block) bool { return !p.small(a.total + b.total) })
	for i, hidden := range p.hidden {
		p.closed[i] = p.closed[i] || hidden
	}
	p.settle(p.splits(), smallParts, p.mends)
}

func newPattern(s System) *pattern {
	n := len(s.Cells)
	p := &pattern{
		System: s, total: make([]int64, n), atoms: s.Sums(),
		closed: make([]bool, n), hidden: make([]bool, n), primary: make([]bool, n), stuck: map[int]bool{},
	}
	for a := range s.atoms() {
		p.all = append(p.all, []int{a})
	}
	p.all = append(p.all, s.Groups...)
	for c, cell := range s.Cells {
		p.total[c] = sum(p.atoms[c])
		p.primary[c] = p.anySmall(p.atoms[c])
		p.hidden[c] = p.small(p.total[c]) || cell.Was == Hidden
		p.closed[c] = p.hidden[c] || p.primary[c] || cell.Was == Closed
	}
	return p
}

// mends tells whether some atom of which a has few are many with those of b.
func (p *pattern) mends(a, b block) bool {
	for i, n := range a.amounts {
		if p.small(n) && !p.small(n+b.amounts[i]) {
			return true
		}
	}
	return false
}

func (p *pattern) anySmall(amounts []int64) bool {
	for _, n := range amounts {
		if p.small(n) {
			return true
		}
	}
	return false
}

// settle joins every block that faults finds with others, until it finds none
// that can be joined.
func (p *pattern) settle(l layer, faults func(*division) []int, mends func(a, b block) bool) {
	for joined := true; joined; {
		joined = false
		d := p.divide(l)
		d.count()
		for _, b := range faults(d) {
			joined = d.join(b, mends) || joined
		}
	}
}

func (p *pattern) result() Pattern {
	r := Pattern{States: make([]State, len(p.Cells)), Primary: p.primary}
	for c := range p.Cells {
		switch {
		case p.hidden[c]:
			r.States[c] = Hidden
		case p.closed[c]:
			r.States[c] = Closed
		}
		if p.primary[c] && p.Cells[c].Known == Open {
			r.Public = append(r.Public, c)
		} else if p.stuck[c] {
			r.Open = append(r.Open, c)
		}
	}
	return r
}

func plus(a, b []int64) []int64 {
	if a == nil {
		a = make([]int64, len(b))
	}
	for i, n := range b {
		a[i] += n
	}
	return a
}

func sum(list []int64) (n int64) {
	for _, v := range list {
		n += v
	}
	return n
}
