package pipeline

import (
	"slices"
	"strings"
	"unicode"

	"github.com/agnivade/levenshtein"
)

// nearest are the codes that were probably meant, three at most. A code of
// digits alone is never guessed: its neighbour means something else.
func (t *tracer) nearest(list, asked string, possible []string) (codes []string) {
	if !strings.ContainsFunc(asked, unicode.IsLetter) {
		return nil
	}
	distance := map[string]int{}
	for _, code := range possible {
		l := t.words.named(list, code)
		d := min(apart(asked, code), apart(asked, l.SV), apart(asked, l.EN))
		if d <= max(2, len(asked)/3) && d < len(asked) {
			distance[code] = d
			codes = append(codes, code)
		}
	}
	slices.SortStableFunc(codes, func(a, b string) int { return distance[a] - distance[b] })
	return codes[:min(3, len(codes))]
}

// apart is how many letters two texts differ in; none where one is a part of
// the other.
func apart(asked, text string) int {
	asked, text = strings.ToLower(asked), strings.ToLower(text)
	if len(asked) > 3 && strings.Contains(text, asked) {
		return 0
	}
	return levenshtein.ComputeDistance(asked, text)
}
