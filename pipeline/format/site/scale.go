package site

import (
	"fmt"
	"math/big"

	"tresektor/pipeline/edition"
)

// A share is a share in millionths: geometry needs no more, and integers give
// the same picture on every machine.
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

func (s share) decimal() string { return fmt.Sprintf("%d.%06d", s/one, s%one) }

// A scale is an axis from 0 to top; it is never cut.
type scale struct {
	top, step share
}

var whole = scale{top: one, step: one / 4}

// scaleFor is the smallest scale of at most four round steps that has room
// for most.
func scaleFor(most share) scale {
	for unit := share(100); unit < one; unit *= 10 {
		for _, factor := range []share{1, 2, 5} {
			step := unit * factor
			if step > whole.step {
				return whole
			}
			if steps := (most + step - 1) / step; steps <= 4 {
				return scale{top: step * max(steps, 2), step: step}
			}
		}
	}
	return whole
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

// A length is a distance in tenths of a chart's unit.
type length int64

func (l length) String() string {
	if l%10 == 0 {
		return fmt.Sprint(int64(l / 10))
	}
	return fmt.Sprintf("%.1f", float64(l)/10) // exact: one decimal of tenths
}

// A portion is a part of a figure's width in hundredths of a percent, for the
// figures that stretch with the page while their text does not.
type portion int64

func (p portion) String() string { return fmt.Sprintf("%d.%02d%%", p/100, p%100) }

// at is where a share stands on the scale.
func (s scale) at(v share) portion { return portion(int64(v) * 10_000 / int64(s.top)) }
