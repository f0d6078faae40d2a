package pipeline

import (
	"strings"

	"tresektor/pipeline/edition"
)

// A percentage is a share in millionths on its way to a reader.
type percentage int64

// round gives whole units of 10^-decimals per cent, half up (away from zero
// below it).
func (p percentage) round(decimals int) int64 {
	divisor := int64(10_000)
	for range decimals {
		divisor /= 10
	}
	if p < 0 {
		return -((-int64(p)*2 + divisor) / (2 * divisor))
	}
	return (int64(p)*2 + divisor) / (2 * divisor)
}

// in writes p in per cent with a language's decimal sign.
func (p percentage) in(language string, decimals int) string {
	n := p.round(decimals)
	sign := ""
	if n < 0 {
		sign, n = "−", -n
	}
	text := number(n)
	if decimals == 0 {
		return sign + text
	}
	text = strings.Repeat("0", max(0, decimals+1-len(text))) + text
	return sign + text[:len(text)-decimals] + decimalSign(language) + text[len(text)-decimals:]
}

// signed is in with a plus sign where p is above zero.
func (p percentage) signed(language string, decimals int) string {
	if p.round(decimals) > 0 {
		return "+" + p.in(language, decimals)
	}
	return p.in(language, decimals)
}

func decimalSign(language string) string {
	if language == edition.English {
		return "."
	}
	return ","
}

// grouped writes a whole or decimal number with a language's thousands mark.
func grouped(language, text string) string {
	whole, fraction, hasFraction := strings.Cut(text, ".")
	mark := "\u00a0"
	if language == edition.English {
		mark = ","
	}
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "−", whole[1:]
	}
	var b strings.Builder
	for i, digit := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteString(mark)
		}
		b.WriteRune(digit)
	}
	if hasFraction {
		return sign + b.String() + decimalSign(language) + fraction
	}
	return sign + b.String()
}
