package protect

import (
	"cmp"
	"math/big"
	"slices"
)

// IsFew tells whether a number of people is below the least that is shown. Zeros
// are shown: as the frequency rule of sdcTable with maxN one less and allowZeros
// false.
func IsFew(n, limit int64) bool { return n != 0 && n < limit }

// A Dominance says when one contributor's part of a sum can be told too well by
// another.
type Dominance struct {
	P int64 // in p %: no closer than this to the largest contributor
	N int   // so many contributors
	K int64 // may have at most so many per cent
}

// Default is what holds where nothing else has been agreed.
func (d Dominance) Default() Dominance {
	return Dominance{P: cmp.Or(d.P, 10), N: cmp.Or(d.N, 2), K: cmp.Or(d.K, 85)}
}

// IsDominated tells whether either rule, or too few contributors, makes a sum
// unfit to be shown. All units of one owner are one contributor. Contributions
// below zero count by their size.
func (d Dominance) IsDominated(contributions []int64) bool {
	sorted, total := ranked(contributions)
	if total == 0 {
		return false
	}
	return isClose(sorted, total, d.P) || isConcentrated(sorted, total, d.N, d.K)
}

// ranked are the sizes of what is not zero, the largest first, and their sum.
func ranked(contributions []int64) (sorted []int64, total int64) {
	for _, n := range contributions {
		if n != 0 {
			sorted = append(sorted, max(n, -n))
			total += max(n, -n)
		}
	}
	slices.SortFunc(sorted, func(a, b int64) int { return cmp.Compare(b, a) })
	return sorted, total
}

// isClose is the p % rule: the second largest contributor, who knows its own
// part, would know the largest's to within p %.
func isClose(sorted []int64, total, p int64) bool {
	rest := total - sorted[0]
	if len(sorted) > 1 {
		rest -= sorted[1]
	}
	return isLess(rest, 100, sorted[0], p)
}

// isConcentrated is the (n,k) rule: n contributors have more than k %.
func isConcentrated(sorted []int64, total int64, n int, k int64) bool {
	top := int64(0)
	for _, each := range sorted[:min(n, len(sorted))] {
		top += each
	}
	return isLess(total, k, top, 100)
}

// isLess tells whether a × b is less than c × d, exactly.
func isLess(a, b, c, d int64) bool {
	left := new(big.Int).Mul(big.NewInt(a), big.NewInt(b))
	return left.Cmp(new(big.Int).Mul(big.NewInt(c), big.NewInt(d))) < 0
}
