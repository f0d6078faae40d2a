package link

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
)

// Scores, in thousandths: what the same name gives, what names give that are
// the same but for lost marks or a place at the end, and what a similar name
// needs.
const (
	sameScore  = 1000
	foldScore  = 990
	placeScore = 950
	leastScore = 850
)

// score tells how like each other two names are: how few letters must be
// changed in proportion to the longer name, or how many of the letters are in
// words that both have, in any order. Names with different numbers in them are
// not alike, nor are those that exclude each other's legal form; then it is 0.
func score(a, b Name) int {
	switch {
	case a.Key == "" || b.Key == "" || !compatible(a.Forms, b.Forms):
		return 0
	case a.Key == b.Key:
		return sameScore
	case a.Fold == b.Fold:
		return foldScore
	case a.Base == b.Base:
		return placeScore
	}
	alike := max(letters(a.Fold, b.Fold), inWords(a.Fold, b.Fold))
	if alike < leastScore || digits(a.Fold) != digits(b.Fold) {
		return 0
	}
	return min(alike, placeScore-1)
}

// letters is the proportion of letters that stay when a becomes b; 0 where
// there are too few for the difference in length alone.
func letters(a, b string) int {
	m, n := utf8.RuneCountInString(a), utf8.RuneCountInString(b)
	longest, shortest := max(m, n), min(m, n)
	if shortest*1000 < longest*leastScore {
		return 0
	}
	return (longest - levenshtein.ComputeDistance(a, b)) * 1000 / longest
}

// inWords is the proportion of bytes that are in words of both; 0 where there
// are too few for the difference in length alone.
func inWords(a, b string) int {
	m, n := len(a)-strings.Count(a, " "), len(b)-strings.Count(b, " ")
	if 2*min(m, n)*1000 < (m+n)*leastScore {
		return 0
	}
	left, common := strings.Fields(b), 0
	for word := range strings.FieldsSeq(a) {
		if i := slices.Index(left, word); i >= 0 {
			left[i] = ""
			common += 2 * len(word)
		}
	}
	return common * 1000 / (m + n)
}

func digits(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsNumber(r) {
			return r
		}
		return -1
	}, text)
}
