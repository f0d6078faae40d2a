package decode

import (
	"bytes"
	"fmt"
	"math"
)

// numbers reads the cells of an integer or amount column.
type numbers struct {
	scale   int
	decimal byte  // ',' or '.'; 0: the last of them in the cell
	largest int64 // in units of 10^-scale
}

const largestAmount = 999_999_999_999_999_999 // decimal128(18, s)

func newNumbers(c Column, decimal string) numbers {
	n := numbers{scale: c.Scale, largest: largestAmount}
	if c.Type == Integer {
		n.scale, n.largest = 0, math.MaxInt64
	}
	if decimal != "auto" {
		n.decimal = decimal[0]
	}
	return n
}

// parse reads a number in units of 10^-scale. Plain digits with at most one
// sign and decimal mark are read here; everything else is tidied first.
func (n numbers) parse(text []byte) (int64, problem) {
	i := 0
	if len(text) > 0 && (text[0] == '-' || text[0] == '+') {
		i = 1
	}
	var v uint64
	mark := -1
	for j := i; j < len(text); j++ {
		b := text[j]
		switch {
		case b >= '0' && b <= '9':
			v = v*10 + uint64(b-'0')
		case mark < 0 && (b == ',' || b == '.') && (n.decimal == 0 || n.decimal == b):
			mark = j
		default:
			return n.tidy(text)
		}
	}
	decimals := 0
	if mark >= 0 {
		decimals = len(text) - mark - 1
	}
	if len(text)-i > 18 || decimals > n.scale || len(text) == i || mark == len(text)-1 {
		return n.tidy(text)
	}
	for ; decimals < n.scale; decimals++ {
		if v > largestAmount/10 {
			return n.tidy(text)
		}
		v *= 10
	}
	return n.signed(v, text[0] == '-')
}

func (n numbers) signed(v uint64, negative bool) (int64, problem) {
	switch {
	case negative && n.largest == math.MaxInt64 && v == 1<<63:
		return math.MinInt64, ""
	case v > uint64(n.largest):
		return 0, "number too large"
	case negative:
		return -int64(v), ""
	}
	return int64(v), ""
}

// tidy reads a number with a Unicode minus, marks between thousands, more
// decimals than the column has (if they are zeros), or says what is wrong.
func (n numbers) tidy(text []byte) (int64, problem) {
	text, negative := sign(text)
	at := n.mark(text)
	whole, decimals := text, []byte(nil)
	if at >= 0 {
		whole, decimals = text[:at], text[at+1:]
	}
	digits, group, ok := ungroup(whole)
	switch {
	case !ok, !allDigits(decimals), at >= 0 && len(decimals) == 0, len(digits)+len(decimals) == 0:
		return 0, "not a number"
	case (group == "." || group == ",") && !n.groups(group, text, at):
		return 0, "not a number: , or . could be a decimal mark"
	}
	return n.value(digits, decimals, negative)
}

// groups reports whether , or . can be the mark between thousands: it occurs
// twice, or another mark is the decimal mark. 1.234 could be either.
func (n numbers) groups(group string, text []byte, at int) bool {
	if at >= 0 {
		return text[at] != group[0]
	}
	return bytes.Count(text, []byte(group)) > 1
}

// tooFine says that a number has more decimals than its column allows.
func tooFine(scale int) problem {
	if scale == 1 {
		return "more than 1 decimal"
	}
	return problem(fmt.Sprintf("more than %d decimals", scale))
}

// value puts digits and decimals together in units of 10^-scale.
func (n numbers) value(whole, decimals []byte, negative bool) (int64, problem) {
	kept := bytes.TrimRight(decimals, "0")
	if len(kept) > n.scale {
		if n.scale == 0 {
			return 0, "not a whole number"
		}
		return 0, tooFine(n.scale)
	}
	v := uint64(0)
	for i := range len(whole) + n.scale {
		d := uint64(0)
		switch {
		case i < len(whole):
			d = uint64(whole[i] - '0')
		case i-len(whole) < len(kept):
			d = uint64(kept[i-len(whole)] - '0')
		}
		if v > (math.MaxUint64-d)/10 {
			return 0, "number too large"
		}
		v = v*10 + d
	}
	return n.signed(v, negative)
}

// sign takes off a sign and the space after it: -, + or U+2212.
func sign(text []byte) (rest []byte, negative bool) {
	for _, mark := range []string{"-", "\u2212", "+"} {
		if bytes.HasPrefix(text, []byte(mark)) {
			return trim(text[len(mark):]), mark != "+"
		}
	}
	return text, false
}

// mark returns the place of the decimal mark, or -1. The other one of , and .
// can only stand between thousands, before it.
func (n numbers) mark(text []byte) int {
	last := bytes.LastIndexAny(text, ",.")
	switch {
	case last < 0:
		return -1
	case n.decimal != 0 && text[last] != n.decimal:
		return -1
	case n.decimal == 0 && bytes.Count(text, text[last:last+1]) > 1:
		return -1 // 1.234.567: between thousands
	}
	return last
}

// ungroup removes the marks between thousands: one and the same of space,
// no-break spaces, apostrophes, comma or point, with groups of three digits.
func ungroup(text []byte) (digits []byte, mark string, ok bool) {
	if allDigits(text) {
		return text, "", true
	}
	run := 0
	for i := 0; i < len(text); {
		if b := text[i]; b >= '0' && b <= '9' {
			digits = append(digits, b)
			run++
			i++
			continue
		}
		found := between(text[i:])
		first := mark == ""
		if found == "" || !first && (found != mark || run != 3) || first && (run < 1 || run > 3) {
			return nil, "", false
		}
		mark, run = found, 0
		i += len(found)
	}
	return digits, mark, run == 3
}

// between returns the mark between thousands that text begins with.
func between(text []byte) string {
	for _, mark := range []string{" ", "\u00a0", "\u202f", "\u2009", "'", "\u2019", ".", ","} {
		if bytes.HasPrefix(text, []byte(mark)) {
			return mark
		}
	}
	return ""
}

func allDigits(text []byte) bool {
	for _, b := range text {
		if b < '0' || b > '9' {
			return false
		}
	}
	return true
}
