package pipeline

import "math/big"

// The possible range of the idéburen share, and how far it moves when
// somebody decides: method 1, as in queries/share/bounds.sql. Everything is
// exact until it is written.

// quantity is what one or more providers have in a total: known amounts above
// and below zero, and the limits of what the source suppressed.
type quantity struct{ positive, negative, hiddenLow, hiddenHigh int64 }

func (q quantity) plus(other quantity) quantity {
	return quantity{
		q.positive + other.positive, q.negative + other.negative,
		q.hiddenLow + other.hiddenLow, q.hiddenHigh + other.hiddenHigh,
	}
}

func (q quantity) minus(other quantity) quantity {
	return q.plus(quantity{-other.positive, -other.negative, -other.hiddenLow, -other.hiddenHigh})
}

func (q quantity) amount() int64 { return q.positive + q.negative }

// parts is a total, or a set of its providers, by what they are now: idéburen,
// undecided, or anything else.
type parts struct{ ideburen, undecided, rest quantity }

func (p parts) plus(other parts) parts {
	return parts{p.ideburen.plus(other.ideburen), p.undecided.plus(other.undecided), p.rest.plus(other.rest)}
}

func (p parts) total() int64 {
	return p.ideburen.amount() + p.undecided.amount() + p.rest.amount()
}

// low is the least share: nothing undecided is idéburen, what is suppressed
// there is as small and elsewhere as large as it can be.
func (p parts) low() *big.Rat {
	return ratio(p.ideburen.amount()+p.undecided.negative+p.ideburen.hiddenLow,
		p.total()+p.ideburen.hiddenLow+p.undecided.hiddenHigh+p.rest.hiddenHigh)
}

// high is the greatest share: the other way round.
func (p parts) high() *big.Rat {
	return ratio(p.ideburen.amount()+p.undecided.positive+p.ideburen.hiddenHigh+p.undecided.hiddenHigh,
		p.total()+p.ideburen.hiddenHigh+p.undecided.hiddenHigh+p.rest.hiddenLow)
}

func (p parts) width() *big.Rat { return new(big.Rat).Sub(p.high(), p.low()) }

// as is the total when all of a set turn out to be idéburna, or none does.
func (p parts) as(set parts, ideburen bool) parts {
	all := set.ideburen.plus(set.undecided).plus(set.rest)
	left := parts{p.ideburen.minus(set.ideburen), p.undecided.minus(set.undecided), p.rest.minus(set.rest)}
	if ideburen {
		left.ideburen = left.ideburen.plus(all)
	} else {
		left.rest = left.rest.plus(all)
	}
	return left
}

// open is the range when what a set is now said to be is open too.
func (p parts) open(set parts) (low, high *big.Rat) {
	return p.as(parts{ideburen: set.ideburen}, false).low(), p.as(parts{rest: set.rest}, true).high()
}

// stake is how much narrower the range becomes when a set is decided, from
// the range in which it is open. Where nothing is suppressed it is the same
// whatever they turn out to be, and stakes add up; otherwise the larger.
func (p parts) stake(set parts) *big.Rat {
	low, high := p.open(set)
	open := new(big.Rat).Sub(high, low)
	left := p.as(set, true).width()
	if other := p.as(set, false).width(); other.Cmp(left) < 0 {
		left = other
	}
	return open.Sub(open, left)
}

func ratio(part, whole int64) *big.Rat {
	if whole == 0 {
		return new(big.Rat)
	}
	return big.NewRat(part, whole)
}

// inMillionths divides last, half up; below zero away from it.
func inMillionths(r *big.Rat) int64 {
	n := new(big.Int).Mul(new(big.Int).Abs(r.Num()), big.NewInt(2_000_000))
	n.Add(n, r.Denom()).Quo(n, new(big.Int).Mul(r.Denom(), big.NewInt(2)))
	return n.Int64() * int64(r.Sign())
}

// difference is how far a is from b, in millionths.
func difference(a, b *big.Rat) int64 { return inMillionths(new(big.Rat).Sub(a, b)) }
