package decode

import (
	"strings"
	"unicode"

	"tresektor/pipeline/orgnr"
)

// longestText is how many characters of an offending text a reject shows.
const longestText = 100

// maskText makes a text fit to be shown: valid, on one line, shortened, and
// with every run of ten or more digits hidden, since it may be a personal
// identity number.
func maskText(text string) string {
	text = strings.Map(printable, strings.ToValidUTF8(text, "\ufffd"))
	var b strings.Builder
	rest := 0
	orgnr.Runs(text, func(start, end int, digits string) {
		b.WriteString(text[rest:start])
		b.WriteString(strings.Repeat("*", len(digits)))
		rest = end
	})
	b.WriteString(text[rest:])
	return shorten(b.String())
}

// shorten cuts after masking, so that no part of a long run is left.
func shorten(text string) string {
	runes := []rune(text)
	if len(runes) <= longestText {
		return text
	}
	return string(runes[:longestText]) + "…"
}

func printable(r rune) rune {
	if unicode.IsControl(r) {
		return ' '
	}
	return r
}
