package decode

import (
	"fmt"
	"strings"
)

// A layout is where the year, month and day stand in a date of fixed width;
// what stands between them must be there exactly.
type layout struct {
	text             string
	year, month, day int // places; -1 when absent
}

// parseLayout reads a layout of the tokens YYYY, MM and DD and checks that it
// has those that the type needs.
func parseLayout(t Type, text string) (layout, error) {
	l := layout{
		text:  text,
		year:  strings.Index(text, "YYYY"),
		month: strings.Index(text, "MM"),
		day:   strings.Index(text, "DD"),
	}
	rest := strings.NewReplacer("YYYY", "", "MM", "", "DD", "").Replace(text)
	switch {
	case l.year < 0,
		t != Year && l.month < 0,
		t == Date && l.day < 0,
		l.day >= 0 && l.month < 0,
		strings.ContainsAny(rest, "YMD"):
		return l, fmt.Errorf("layout %q does not fit a %s: it needs YYYY, MM and DD once each, as far as they apply", text, t)
	}
	return l, nil
}

// A problem is why a cell could not be read; empty when it could.
type problem = string

// parse reads a date; an absent month or day is 1.
func (l layout) parse(text []byte) (year, month, day int, why problem) {
	if len(text) != len(l.text) {
		return 0, 0, 0, "not written as " + l.text
	}
	month, day = 1, 1
	ok := number(text[l.year:l.year+4], &year)
	if l.month >= 0 {
		ok = number(text[l.month:l.month+2], &month) && ok
	}
	if l.day >= 0 {
		ok = number(text[l.day:l.day+2], &day) && ok
	}
	if !ok || !l.between(text) {
		return 0, 0, 0, "not written as " + l.text
	}
	if year < 1 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month) {
		return 0, 0, 0, "no such date"
	}
	return year, month, day, ""
}

// between compares what is not a token.
func (l layout) between(text []byte) bool {
	for i := 0; i < len(l.text); i++ {
		switch i {
		case l.year:
			i += 3
		case l.month, l.day:
			i++
		default:
			if text[i] != l.text[i] {
				return false
			}
		}
	}
	return true
}

// number reads digits only.
func number(text []byte, into *int) bool {
	n := 0
	for _, b := range text {
		if b < '0' || b > '9' {
			return false
		}
		n = n*10 + int(b-'0')
	}
	*into = n
	return true
}

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// days counts days from 1970-01-01 in the Gregorian calendar: years from
// March, in eras of 400 years and 146,097 days.
func days(year, month, day int) int32 {
	if month <= 2 {
		year--
		month += 12
	}
	era := year / 400
	inEra := year % 400
	inYear := (153*(month-3)+2)/5 + day - 1
	return int32(era*146097 + inEra*365 + inEra/4 - inEra/100 + inYear - 719468)
}
