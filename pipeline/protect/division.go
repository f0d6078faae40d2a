package protect

import (
	"cmp"
	"encoding/binary"
	"slices"
)

// A division puts leaves that no known cell tells apart into one block: within
// a block a reader cannot know whose the people are, only how many there are of
// each atom and in each leaf.
type division struct {
	*pattern
	layer
	blocks  []block
	of      []int                 // the block of each leaf
	touched map[int]bool          // blocks that have been joined since
	full    map[int]map[int]int64 // by cell and block: the people in rows that are wholly in the cell
}

// A layer is what is divided: splits or totals.
type layer struct {
	unseen []bool
	known  func(Cell) bool
}

// A block has the leaves that are in the same known cells.
type block struct {
	leaves  []int
	in      []int // those cells, sorted
	amounts []int64
	total   int64
}

func (p *pattern) totals() layer {
	return layer{p.hidden, func(c Cell) bool { return c.Known != Hidden }}
}

func (p *pattern) splits() layer {
	return layer{p.closed, func(c Cell) bool { return c.Known == Open }}
}

func (p *pattern) divide(l layer) *division {
	d := &division{pattern: p, layer: l, of: make([]int, len(p.Leaves)), touched: map[int]bool{}}
	number := map[string]int{}
	for i, leaf := range p.Leaves {
		in := d.knownCells(leaf.In)
		key := signature(in)
		b, there := number[key]
		if !there {
			b = len(d.blocks)
			number[key] = b
			d.blocks = append(d.blocks, block{in: in})
		}
		d.add(b, i, leaf)
	}
	return d
}

func (d *division) add(b, i int, leaf Leaf) {
	one := &d.blocks[b]
	one.leaves = append(one.leaves, i)
	one.amounts = plus(one.amounts, leaf.Amounts)
	one.total += sum(leaf.Amounts)
	d.of[i] = b
}

// count finds the rows of blocks: leaves that not even known totals tell apart.
func (d *division) count() {
	d.full = map[int]map[int]int64{}
	for _, row := range d.divide(d.totals()).blocks {
		b := d.of[row.leaves[0]]
		for _, c := range d.wholly(row) {
			if d.full[c] == nil {
				d.full[c] = map[int]int64{}
			}
			d.full[c][b] += row.total
		}
	}
}

// wholly are the cells that have all leaves of a block.
func (d *division) wholly(row block) (cells []int) {
	have := map[int]int{}
	for _, leaf := range row.leaves {
		for _, c := range d.Leaves[leaf].In {
			if have[c]++; have[c] == len(row.leaves) {
				cells = append(cells, c)
			}
		}
	}
	return cells
}

// isKnown tells whether a reader knows this layer of a cell.
func (d *division) isKnown(c int) bool { return !d.unseen[c] || d.known(d.Cells[c]) }

func (d *division) knownCells(in []int) (known []int) {
	for _, c := range in {
		if d.isKnown(c) {
			known = append(known, c)
		}
	}
	slices.Sort(known)
	return known
}

func signature(in []int) string {
	var b []byte
	for _, c := range in {
		b = binary.AppendUvarint(b, uint64(c))
	}
	return string(b)
}

// join makes a block one with another, so that what told them apart is not
// shown: with one that mends it, the cheapest of them, or else the cheapest of
// all; or with nothing, so that not even their sum is known.
func (d *division) join(b int, mends func(a, b block) bool) bool {
	if d.touched[b] {
		return true
	}
	if len(d.blocks[b].in) == 0 {
		return false
	}
	other, lost := d.partner(b, mends)
	if other < 0 && !d.canClose(lost) {
		for _, leaf := range d.blocks[b].leaves {
			for _, c := range d.Leaves[leaf].In {
				d.stuck[c] = d.stuck[c] || d.primary[c]
			}
		}
		return false
	}
	for _, c := range lost {
		d.unseen[c] = true
	}
	d.touched[b] = true
	if other >= 0 {
		d.touched[other] = true
	}
	return true
}

// partner is the best block to be joined with, -1 for none, and the cells that
// are lost by it.
func (d *division) partner(b int, mends func(a, b block) bool) (best int, lost []int) {
	type offer struct {
		worse int
		cost  int64
	}
	best, lost = -1, d.blocks[b].in
	var least offer
	for other, each := range d.blocks {
		if other == b || !d.meet(b, other) {
			continue
		}
		between := difference(d.blocks[b].in, each.in)
		if !d.canClose(between) {
			continue
		}
		o := offer{cost: d.cost(between)}
		if !mends(d.blocks[b], each) {
			o.worse = 1
		}
		if best < 0 || cmp.Or(cmp.Compare(o.worse, least.worse), cmp.Compare(o.cost, least.cost)) < 0 {
			best, lost, least = other, between, o
		}
	}
	return best, lost
}

// meet tells whether two blocks have a known cell in common: otherwise joining
// them is closing everything above both.
func (d *division) meet(a, b int) bool {
	x, y := d.blocks[a].in, d.blocks[b].in
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch {
		case x[i] == y[j]:
			return true
		case x[i] < y[j]:
			i++
		default:
			j++
		}
	}
	return false
}

// canClose tells whether cells can be unknown: what an edition before shows is
// known whatever this one does.
func (d *division) canClose(cells []int) bool {
	return !slices.ContainsFunc(cells, func(c int) bool { return d.known(d.Cells[c]) })
}

// cost is how many people's numbers are lost with cells.
func (d *division) cost(cells []int) (n int64) {
	for _, c := range cells {
		n += max(d.total[c], 1)
	}
	return n
}

// difference has what is in one of two sorted lists only.
func difference(a, b []int) (only []int) {
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] == b[0]:
			a, b = a[1:], b[1:]
		case a[0] < b[0]:
			only, a = append(only, a[0]), a[1:]
		default:
			only, b = append(only, b[0]), b[1:]
		}
	}
	return append(append(only, a...), b...)
}
