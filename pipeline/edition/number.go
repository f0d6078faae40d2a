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
