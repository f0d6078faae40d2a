package site

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf16"

	"golang.org/x/text/unicode/norm"
)

// The words of names are made here for the index, and once more, in the same
// way, by lookup.js for what somebody types: a test in a browser compares them.

// longestKey is how much of a word is in the index, in characters.
const longestKey = 24

// mostNameWords is how many words of one name are in the index.
const mostNameWords = 64

// silentWords say nothing of which organisation is meant, unless a name has no
// other words. They are folded.
func silentWords() []string {
	return []string{"ab", "aktiebolag", "aktiebolaget", "and", "hb", "i", "kb", "och", "publ", "the"}
}

var (
	wordPattern     = regexp.MustCompile(`[\p{L}\p{N}]+`)
	compoundPattern = regexp.MustCompile(`[\p{L}\p{N}]+(?:[-‐‑–][\p{L}\p{N}]+)+`)
)

// softened is a text in small letters without diacritics, but for å ä ö.
func softened(text string) string {
	var out strings.Builder
	for _, r := range norm.NFC.String(text) {
		switch r = unicode.ToLower(r); {
		case r == 'å' || r == 'ä' || r == 'ö':
			out.WriteRune(r)
		case r == 'æ':
			out.WriteRune('ä')
		case r == 'ø':
			out.WriteRune('ö')
		default:
			for _, part := range norm.NFD.String(string(r)) {
				if !unicode.Is(unicode.Mn, part) {
					out.WriteRune(part)
				}
			}
		}
	}
	return out.String()
}

// folded has a and o for å, ä and ö too.
func folded(soft string) string {
	return strings.NewReplacer("å", "a", "ä", "a", "ö", "o").Replace(soft)
}

// nameWords are the folded words under which a name is found, each once:
// those that say something if any does, and both parts and whole of a compound.
func nameWords(name string) []string {
	soft := softened(name)
	found := wordPattern.FindAllString(soft, -1)
	for _, compound := range compoundPattern.FindAllString(soft, -1) {
		found = append(found, strings.Join(wordPattern.FindAllString(compound, -1), ""))
	}
	var words, silent []string
	for _, word := range found {
		key := keyOf(folded(word))
		if slices.Contains(silentWords(), key) {
			silent = append(silent, key)
			continue
		}
		words = append(words, key)
	}
	if len(words) == 0 {
		words = silent
	}
	slices.Sort(words)
	words = slices.Compact(words)
	return words[:min(len(words), mostNameWords)]
}

// keyOf is what of a word is in the index.
func keyOf(word string) string {
	letters := []rune(word)
	return string(letters[:min(len(letters), longestKey)])
}

// compare16 orders texts as a browser compares them.
func compare16(a, b string) int {
	return slices.Compare(utf16.Encode([]rune(a)), utf16.Encode([]rune(b)))
}
