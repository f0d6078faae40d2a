package owner

import (
	"fmt"
	"strconv"
	"strings"
)

// A Percent is an exact part of a whole, or not stated. The zero value is not
// stated, which is not the same as 0 %.
type Percent struct {
	Stated bool
	Units  int64 // ten-thousandths of a percent
}

const (
	whole = 100 * 10_000
	half  = whole / 2
)

// Units makes a stated Percent of ten-thousandths of a percent.
func Units(units int64) Percent { return Percent{Stated: true, Units: units} }

// ParsePercent reads "51", "33,34", "12.5 %" and the like exactly. An empty
// text is not stated. More than four decimals, signs and anything above 100
// are refused.
func ParsePercent(text string) (Percent, error) {
	number := strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(text), "%"))
	if number == "" && strings.TrimSpace(text) == "" {
		return Percent{}, nil
	}
	number = strings.Replace(number, ",", ".", 1)
	before, after, point := strings.Cut(number, ".")
	after = strings.TrimRight(after, "0")
	if !digits(before) || before == "" || !digits(after) || len(after) > 4 || len(before) > 3 ||
		point && strings.HasSuffix(number, ".") {
		return Percent{}, percentError(text)
	}
	units, err := strconv.ParseInt(before+after+strings.Repeat("0", 4-len(after)), 10, 64)
	if err != nil || units > whole {
		return Percent{}, percentError(text)
	}
	return Units(units), nil
}

func percentError(text string) error {
	return fmt.Errorf("%q is not a percentage from 0 to 100 with at most four decimals", text)
}

func digits(text string) bool { return strings.Trim(text, "0123456789") == "" }

// String writes the percentage with the decimals that it needs: "33.34".
func (p Percent) String() string {
	if !p.Stated {
		return "?"
	}
	sign, units := "", p.Units
	if units < 0 {
		sign, units = "-", -units
	}
	text := fmt.Sprintf("%s%d.%04d", sign, units/10_000, units%10_000)
	return strings.TrimRight(strings.TrimRight(text, "0"), ".")
}
