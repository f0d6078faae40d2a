package browser

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
)

// A tongue is how a language writes numbers. It is written here once more, so
// that the program's own functions are not compared with themselves.
type tongue struct {
	point, thousands, between, and, least, none, since string

	bounds  string
	sectors map[string]string
	defined map[string]string
}

func swedish() tongue {
	return tongue{
		point: ",", thousands: "\u00a0", between: "Mellan ", and: " och ",
		least: "Andelen kan inte anges: underlaget räcker bara till att säga att minst ", none: "kan inte anges.", since: "Jämfört med ",
		bounds:  "Möjligt intervall",
		sectors: map[string]string{"public": "Offentlig", "private": "Privat", "ideburen": "Idéburen", "nonpublic": "Enskild, ej uppdelad", "unknown": "Uppgift saknas"},
		defined: map[string]string{"snav": "Snäv", "bred": "Bred", "uppgiven": "Som källan redovisar"},
	}
}

func english() tongue {
	return tongue{
		point: ".", thousands: ",", between: "Between ", and: " and ",
		least: "The share cannot be stated; the data only support that at least ", none: "cannot be stated.", since: "Compared with ",
		bounds:  "Possible range",
		sectors: map[string]string{"public": "Public", "private": "Private", "ideburen": "Non-profit", "nonpublic": "Non-public, not split", "unknown": "Not known"},
		defined: map[string]string{"snav": "Narrow", "bred": "Broad", "uppgiven": "As the source states"},
	}
}

// percent writes a share of six decimals with one, rounded half up: 0.032965 is
// 3.3.
func (l tongue) percent(share string) string {
	if share == "" {
		return "."
	}
	tenths := (millionths(share) + 500) / 1000
	return strconv.Itoa(tenths/10) + l.point + strconv.Itoa(tenths%10)
}

func (l tongue) whole(amount string) string {
	for i := len(amount) - 3; i > 0; i -= 3 {
		amount = amount[:i] + l.thousands + amount[i:]
	}
	return amount
}

// ends are a row's share as numbers: one where the range is less than 0.05
// points, and else both ends, with two decimals where one would make them alike.
func (l tongue) ends(r row) []string {
	if millionths(r["high"])-millionths(r["low"]) < 500 {
		return []string{l.percent(r["share"])}
	}
	low, high := l.percent(r["low"]), l.percent(r["high"])
	if low == high {
		low, high = l.hundredths(r["low"]), l.hundredths(r["high"])
	}
	return []string{low, high}
}

// hundredths writes a share with two decimals, rounded half up.
func (l tongue) hundredths(share string) string {
	n := (millionths(share) + 50) / 100
	return fmt.Sprintf("%d%s%02d", n/100, l.point, n%100)
}

// signed is a change with its sign and one decimal.
func (l tongue) signed(change string) string {
	text := l.percent(strings.TrimPrefix(change, "-"))
	switch {
	case text == "0"+l.point+"0":
		return text
	case strings.HasPrefix(change, "-"):
		return "−" + text
	}
	return "+" + text
}

// said is a row's share as a chart or a table says it: one number, or its two
// ends, with one decimal.
func (l tongue) said(r row) string {
	low, high := l.percent(r["low"]), l.percent(r["high"])
	if r["low"] == "" || low == high || millionths(r["high"])-millionths(r["low"]) < 500 {
		return l.percent(r["share"])
	}
	return low + "–" + high
}

// told is how the sentence of a row's share begins, or how it ends where there is
// none: at least so much where the range is wider than what is known.
func (l tongue) told(r row) string {
	low, high := millionths(r["low"]), millionths(r["high"])
	switch ends := l.ends(r); {
	case r["low"] == "":
		return l.none
	case r["high"] == "" || high-low > low:
		return l.least + l.percent(r["low"]) + " "
	case len(ends) == 1:
		return ends[0] + " "
	default:
		return l.between + ends[0] + l.and + ends[1] + " "
	}
}

// TestASentenceIsExpectedInTheFormThatItsRangeAllows holds what the pages are
// compared with, in forms that the example has none of.
func TestASentenceIsExpectedInTheFormThatItsRangeAllows(t *testing.T) {
	of := func(low, high string) row { return row{"share": low, "low": low, "high": high} }
	for want, r := range map[string]row{
		"3,3 ":                    of("0.032965", "0.033464"),
		"Mellan 3,30 och 3,35 ":   of("0.032965", "0.033465"),
		"Mellan 5,16 och 5,22 ":   of("0.051600", "0.052150"),
		"Mellan 3,5 och 4,2 ":     of("0.034574", "0.042153"),
		swedish().least + "3,1 ":  of("0.031000", "0.062001"),
		swedish().least + "12,0 ": {"share": "0.120000", "low": "0.120000", "high": ""},
		"kan inte anges.":         {},
	} {
		if got := swedish().told(r); got != want {
			t.Errorf("%v: %q, want %q", r, got, want)
		}
	}
}

func millionths(share string) int {
	n, _ := strconv.Atoi(strings.Replace(share, ".", "", 1))
	return n
}
