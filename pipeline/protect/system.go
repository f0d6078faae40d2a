// Package protect decides which published cells of one measure and period show
// their numbers, so that no small number can be told from those that do
// (method 6). It knows nothing of sectors, places or files: numbers are sums of
// atoms, the parts that no published number splits.
package protect

// A State is how much of a cell is published.
type State int

const (
	Open   State = iota // everything
	Closed              // its total alone
	Hidden              // nothing
)

// A System is all that is published of one measure and period. Every published
// number of a cell is the sum of some atoms over the leaves in the cell, so that
// a pattern that holds for atoms holds for all of them: definitions, sectors,
// kinds, bases, remainders and ranges.
type System struct {
	Limit  int64   // the least number of people that is shown; zeros are
	Cells  []Cell  // in published order
	Leaves []Leaf  // the cells that volume is reported in, which others sum up
	Groups [][]int // atoms whose sums are published, beside each atom itself
}

// A Cell is one published cell. Known is what an edition before shows of it that
// still holds: Hidden for nothing. Was is the least that any of them shows: what
// was once suppressed stays so, Open where nothing was.
type Cell struct {
	Known State
	Was   State
}

// A Leaf is what is reported in one cell: an amount for each atom, and the cells
// that it is counted in.
type Leaf struct {
	In      []int
	Amounts []int64
}

// A Pattern is what is shown of each cell, and why.
type Pattern struct {
	States  []State
	Primary []bool // has a small number of its own
	Public  []int  // cells with small numbers that an edition before publishes
	Open    []int  // cells whose small numbers could not be protected
}

// small tells whether a number may not be shown.
func (s System) small(n int64) bool { return IsFew(n, s.Limit) }

// atoms is how many atoms there are.
func (s System) atoms() int {
	if len(s.Leaves) == 0 {
		return 0
	}
	return len(s.Leaves[0].Amounts)
}

// Sums are the amounts of each cell, atom by atom.
func (s System) Sums() [][]int64 {
	sums := make([][]int64, len(s.Cells))
	for _, leaf := range s.Leaves {
		for _, c := range leaf.In {
			sums[c] = plus(sums[c], leaf.Amounts)
		}
	}
	return sums
}
