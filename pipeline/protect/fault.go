package protect

// smallTotals are the blocks whose people are so few that a reader who knows how
// many they are knows too much.
func smallTotals(d *division) (faults []int) {
	for b, each := range d.blocks {
		if len(each.in) > 0 && d.small(each.total) {
			faults = append(faults, b)
		}
	}
	return faults
}

// smallParts are the blocks with so few people of one atom.
func smallParts(d *division) (faults []int) {
	for b, each := range d.blocks {
		if len(each.in) > 0 && d.anySmall(each.amounts) {
			faults = append(faults, b)
		}
	}
	return faults
}

// tightBlocks are blocks in which a small number of a closed cell is known to be
// more than one: almost all of a block's people are in the cell, or almost all
// have the atom.
func tightBlocks(d *division) (faults []int) {
	found := map[int]bool{}
	for c := range d.Cells {
		if !d.closed[c] || d.isKnown(c) {
			continue
		}
		if b := d.tightest(c); b >= 0 && !found[b] {
			found[b] = true
			faults = append(faults, b)
		}
	}
	return faults
}

// tightest is the block that bounds some small number of a cell from below, -1
// where none does.
func (d *division) tightest(c int) int {
	for _, group := range d.smallGroups(c) {
		worst, most, low := -1, int64(0), int64(0)
		for b, rows := range d.full[c] {
			if n := d.atLeast(b, rows, group); n > 0 {
				low += n
				if n > most || n == most && b < worst {
					worst, most = b, n
				}
			}
		}
		if low > 1 {
			return worst
		}
	}
	return -1
}

// smallGroups are the atoms and published groups of which a cell has few.
func (d *division) smallGroups(c int) (groups [][]int) {
	for _, group := range d.all {
		if d.small(pick(d.atoms[c], group)) {
			groups = append(groups, group)
		}
	}
	return groups
}

// atLeast is how many of a group's people must be in the rows of a block whose
// total is full: what remains when all others have been put there too. It is
// sharp, for the atoms of a block can be put into its rows in any way that keeps
// both sums (Fréchet).
func (d *division) atLeast(b int, full int64, group []int) int64 {
	each := d.blocks[b]
	if len(each.in) == 0 {
		return 0
	}
	return max(0, pick(each.amounts, group)+full-each.total)
}

func pick(amounts []int64, group []int) (n int64) {
	for _, a := range group {
		n += amounts[a]
	}
	return n
}
