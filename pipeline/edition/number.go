package edition

import (
	"fmt"
	"math/big"
	"strings"
)

const (
	noBreakSpace = "\u00a0"
	minusSign    = "\u2212"
)

// Percent shows a share, an exact decimal between 0 and 1, as people read it:
// "0.032965" with one decimal is 3,3 in Swedish and 3.3 in English, rounded
// half up, without the sign or the word. A symbol is returned as it is.
func Percent(share string, decimals int, language string) (string, error) {
	return shown(share, language, func(r *big.Rat) string {
		return r.Mul(r, big.NewRat(100, 1)).FloatString(decimals)
	})
}

// Points is Percent for a change: with its sign, "+0,2" or "−0,2", and none
// when it rounds to zero.
func Points(change string, decimals int, language string) (string, error) {
	text, err := Percent(change, decimals, language)
	if err != nil || IsSymbol(change) || strings.HasPrefix(text, minusSign) || strings.Trim(text, "0.,") == "" {
		return text, err
	}
	return "+" + text, nil
}

// Number shows an exact decimal with the decimals it has, thousands apart:
// 1 078 945 in Swedish (the spaces do not break), 1,078,945 in English.
func Number(amount, language string) (string, error) {
	return shown(amount, language, func(*big.Rat) string { return amount })
}

// IsSymbol tells whether cell is one of the symbols that stand for no number.
func IsSymbol(cell string) bool {
	return cell == NotApplicable || cell == Missing || cell == Suppressed
}

func shown(text, language string, format func(*big.Rat) string) (string, error) {
	if IsSymbol(text) {
		return text, nil
	}
	if err := checkDecimal(text, len(text)); err != nil {
		return "", err
	}
	number, ok := new(big.Rat).SetString(text)
	if !ok {
		return "", fmt.Errorf("%q is not a decimal number", text)
	}
	return localised(format(number), language), nil
}

// localised turns "-1234.5" into "−1 234,5" or "−1,234.5".
func localised(plain, language string) string {
	thousands, point := noBreakSpace, ","
	if language == English {
		thousands, point = ",", "."
	}
	digits, negative := strings.CutPrefix(plain, "-")
	whole, fraction, _ := strings.Cut(digits, ".")
	zero := strings.Trim(whole+fraction, "0") == ""
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + thousands + whole[i:]
	}
	if negative && !zero {
		whole = minusSign + whole
	}
	if fraction != "" {
		whole += point + fraction
	}
	return whole
}

// SymbolLabel says what a symbol stands for, for those who read it.
func SymbolLabel(symbol string) Text {
	switch symbol {
	case NotApplicable:
		return Text{SV: "Ej tillämpligt", EN: "Not applicable"}
	case Missing:
		return Text{SV: "Uppgift saknas", EN: "Not available"}
	case Suppressed:
		return Text{SV: "Dold av källan eller av sekretesskäl", EN: "Suppressed by the source or for confidentiality"}
	}
	return Text{}
}

// Symbols lists the symbols that stand for no number.
func Symbols() []string { return []string{NotApplicable, Missing, Suppressed} }

// Between is a possible range of shares as people read it, in per cent with one
// decimal: 3,5–4,2, and one number when its ends differ by less than 0.05
// percentage points or look alike. A range whose upper end is a symbol says that
// it is one. Ends must be between 0 and 1 and in order.
func Between(low, high, language string) (string, error) {
	text, err := Percent(low, 1, language)
	if err != nil || IsSymbol(low) {
		return text, err
	}
	if IsSymbol(high) {
		return "≥" + noBreakSpace + text, checkShares(low, low)
	}
	upper, err := Percent(high, 1, language)
	if err != nil {
		return "", err
	}
	if err := checkShares(low, high); err != nil {
		return "", err
	}
	if isOneNumber(low, high) || upper == text {
		return text, nil
	}
	return text + "–" + upper, nil
}

// checkShares refuses decimals that are not the ends of a range of shares.
func checkShares(low, high string) error {
	from, to, one := rational(low), rational(high), big.NewRat(1, 1)
	switch {
	case from.Sign() < 0:
		return fmt.Errorf("share %s is not between 0 and 1", low)
	case to.Cmp(one) > 0:
		return fmt.Errorf("share %s is not between 0 and 1", high)
	case to.Cmp(from) < 0:
		return fmt.Errorf("high %s is below low %s", high, low)
	}
	return nil
}

// isOneNumber tells whether a range is so narrow that one number says it.
func isOneNumber(low, high string) bool {
	width := new(big.Rat).Sub(rational(high), rational(low))
	return width.Cmp(big.NewRat(5, 10_000)) < 0
}

// rational is a decimal that has been checked.
func rational(decimal string) *big.Rat {
	r, _ := new(big.Rat).SetString(decimal)
	return r
}
