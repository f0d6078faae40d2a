package warehouse

import (
	"math/big"
	"math/bits"
)

// A sum adds 128-bit integers exactly, in 192 bits: 2^64 of them fit.
type sum struct{ low, mid, top uint64 }

// add adds the number whose two's complement is high and low.
func (s *sum) add(low uint64, high int64) {
	var carry uint64
	s.low, carry = bits.Add64(s.low, low, 0)
	s.mid, carry = bits.Add64(s.mid, uint64(high), carry)
	s.top, _ = bits.Add64(s.top, uint64(high>>63), carry)
}

func (s *sum) value() *big.Int {
	v := big.NewInt(int64(s.top))
	for _, word := range []uint64{s.mid, s.low} {
		v.Lsh(v, 64)
		v.Add(v, new(big.Int).SetUint64(word))
	}
	return v
}
