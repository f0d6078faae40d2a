package explore

import "math/big"

// A cell is the five rows of one place in one period.
type cell struct {
	place, period    int // in the shard's lists
	total            int64
	state            [sectors]int // in the shard's list; 0 for a row that is not there
	amount           [sectors]int64
	share, low, high [sectors]int64 // what differs from what the amounts make
}

// differ leaves of shares and total what cannot be computed from the amounts:
// nothing, where all is known. A shard is a third as large by that.
func (c *cell) differ() {
	expected := expect(c.amount, c.total)
	for i := range sectors {
		c.share[i] -= expected.share[i]
		c.low[i] -= expected.share[i]
		c.high[i] -= expected.high[i]
	}
	for _, amount := range c.amount {
		c.total -= amount
	}
}

// expected are the shares that amounts make where nothing is suppressed: the
// lowest share is the sector's own, the highest has what could be its too.
type expected struct{ share, high [sectors]int64 }

func expect(amount [sectors]int64, total int64) (e expected) {
	nonpublic, unknown := amount[3], amount[4]
	most := amount
	most[0] += unknown
	most[1] += nonpublic + unknown
	most[2] += nonpublic + unknown
	for i := range sectors {
		e.share[i], e.high[i] = millionths(amount[i], total), millionths(most[i], total)
	}
	return e
}

// millionths divides in integers, half up; 0 where there is nothing to divide,
// or nothing to divide by.
func millionths(part, whole int64) int64 {
	if part <= 0 || whole <= 0 {
		return 0
	}
	const safe = 1 << 40 // times two million is within 63 bits
	if part < safe && whole < safe {
		return (2_000_000*part + whole) / (2 * whole)
	}
	p, w := big.NewInt(part), big.NewInt(whole)
	p.Mul(p, big.NewInt(2_000_000)).Add(p, w)
	return p.Quo(p, w.Mul(w, big.NewInt(2))).Int64()
}
