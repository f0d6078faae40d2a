// Package bidi keeps a text in which something is read from right to left apart
// from what stands beside it in a sentence.
package bidi

import (
	"strings"

	"golang.org/x/text/unicode/bidi"
)

// The characters that begin a part of a text with a direction of its own, told
// by its first letter, and that end such a part.
const (
	first = "\u2068"
	end   = "\u2069"
)

// Isolated is a text for use inside another: the same, or, where anything in it
// is read from right to left or says that something shall be, the same between
// the marks that keep it to itself (Unicode Annex 9, "first strong isolate").
// An ending that nothing in the text has begun would end that too, and is left out.
func Isolated(text string) string {
	if !strings.ContainsFunc(text, turns) {
		return text
	}
	if inner := strings.TrimSuffix(strings.TrimPrefix(text, first), end); first+inner+end == text && closed(inner) == inner {
		return text
	}
	return first + closed(text) + end
}

// turns tells whether a character may change the order in which those beside
// it are shown.
func turns(r rune) bool {
	p, _ := bidi.LookupRune(r)
	switch p.Class() {
	case bidi.R, bidi.AL, bidi.AN, bidi.LRE, bidi.RLE, bidi.LRO, bidi.RLO, bidi.PDF, bidi.LRI, bidi.RLI, bidi.FSI, bidi.PDI:
		return true
	}
	return false
}

// closed is a text in which every part with a direction of its own ends.
func closed(text string) string {
	var out strings.Builder
	open := 0
	for _, r := range text {
		switch r {
		case '\u2066', '\u2067', '\u2068':
			open++
		case '\u2069':
			if open == 0 {
				continue
			}
			open--
		}
		out.WriteRune(r)
	}
	return out.String() + strings.Repeat(end, open)
}
