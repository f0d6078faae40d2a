package chart

import (
	"fmt"
	"math/big"

	"tresektor/pipeline/edition"
)

// A share is a share in millionths: geometry needs no more.
type share int64

const (
	one       share = 1_000_000
	oneNumber share = 500 // less between low and high than this is one number
)

// parseShare reads an exact decimal between 0 and 1; false for a symbol.
func parseShare(text string) (share, bool, error) {
	if edition.IsSymbol(text) {
		return 0, false, nil
	}
	if _, err := edition.Number(text, edition.English); err != nil {
		return 0, false, err
	}
	exact, _ := new(big.Rat).SetString(text)
	exact.Mul(exact, big.NewRat(int64(one), 1))
	if exact.Sign() < 0 || exact.Cmp(big.NewRat(int64(one), 1)) > 0 {
		return 0, false, fmt.Errorf("share %s is not between 0 and 1", text)
	}
	whole := new(big.Int).Quo(exact.Num(), exact.Denom())
	return share(whole.Int64()), true, nil
}

// parseRange reads a possible range; false for a symbol. A range without an
// upper end is its lower one.
func parseRange(low, high string) (from, to share, ok bool, err error) {
	from, ok, err = parseShare(low)
	if err != nil || !ok {
		return 0, 0, false, err
	}
	if edition.IsSymbol(high) {
		return from, from, true, nil
	}
	to, _, err = parseShare(high)
	if err == nil && to < from {
		err = fmt.Errorf("high %s is below low %s", high, low)
	}
	return from, to, err == nil, err
}

// parseTarget reads a share that somebody has decided on, and how it is said;
// false where there is none.
func (d Description) parseTarget() (at share, text string, ok bool, err error) {
	if d.Target == "" {
		return 0, "", false, nil
	}
	if at, ok, err = parseShare(d.Target); err == nil && ok {
		text, err = edition.Between(d.Target, d.Target, d.Language)
	}
	if err != nil {
		err = fmt.Errorf("target: %w", err)
	}
	return at, text + percentSign, ok, err
}

// of is how far up a share is on a scale to top, from 0 to 1.
func (s share) of(top share) float64 { return float64(s) / float64(top) }

func (s share) decimal() string { return fmt.Sprintf("%d.%06d", s/one, s%one) }

// A scale is an axis from 0 to top; it is never cut.
type scale struct {
	top, step share
}

func whole() scale { return scale{top: one, step: one / 4} }

// scaleFor is the smallest scale of at most four round steps that has room
// for most.
func scaleFor(most share) scale {
	for unit := share(100); unit < one; unit *= 10 {
		for _, factor := range []share{1, 2, 5} {
			step := unit * factor
			if step > whole().step {
				return whole()
			}
			if steps := (most + step - 1) / step; steps <= 4 {
				return scale{top: step * max(steps, 2), step: step}
			}
		}
	}
	return whole()
}

func (s scale) ticks() []share {
	var ticks []share
	for t := share(0); t <= s.top; t += s.step {
		ticks = append(ticks, t)
	}
	return ticks
}

// label is the percentage with the decimals the step needs, and the sign on
// the topmost.
func (s scale) label(t share, language string) (string, error) {
	decimals := 0
	for unit := one / 100; s.step%unit != 0; unit /= 10 {
		decimals++
	}
	text, err := edition.Percent(t.decimal(), decimals, language)
	if t == s.top {
		text += percentSign
	}
	return text, err
}

const percentSign = "\u00a0%"
