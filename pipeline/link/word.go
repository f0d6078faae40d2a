package link

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// words takes a name apart: lower case, composed letters, no punctuation. The
// sign & is a word, apostrophes vanish, and letters that only signs keep apart
// are one word (S:T, M.H.E., A-B, C/O).
func words(name string) []string {
	name = strings.ToLower(norm.NFKC.String(strings.ToValidUTF8(name, " ")))
	name = norm.NFC.String(name) // lower case may have taken a letter apart
	var all []string
	for field := range strings.FieldsSeq(name) {
		if joined, ok := initials(field); ok {
			all = append(all, joined)
			continue
		}
		all = split(all, field)
	}
	return all
}

// initials gives the letters of a field such as "m.h.e." as one word.
func initials(field string) (string, bool) {
	var word []byte
	letter := false // whether the rune before was one
	for _, r := range strings.Trim(field, `"'”’(),`) {
		isLetter := unicode.IsLetter(r)
		if isLetter == letter && len(word) > 0 || !isLetter && !strings.ContainsRune(".:-/", r) {
			return "", false
		}
		if isLetter {
			word = utf8.AppendRune(word, r)
		}
		letter = isLetter
	}
	return string(word), utf8.RuneCount(word) > 1
}

// split appends the runs of letters and digits in a field.
func split(all []string, field string) []string {
	var word []byte
	flush := func() {
		if len(word) > 0 {
			all = append(all, string(word))
			word = word[:0]
		}
	}
	for _, r := range field {
		switch {
		case unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r):
			word = utf8.AppendRune(word, r)
		case r == '&':
			flush()
			all = append(all, "och")
		case !isApostrophe(r):
			flush()
		}
	}
	flush()
	return all
}

// isApostrophe tells signs that stand within words, and those that cannot be
// seen (a soft hyphen, a byte order mark), from those that end a word.
func isApostrophe(r rune) bool {
	return strings.ContainsRune("'’‘`´", r) || unicode.Is(unicode.Cf, r)
}

// joinLetters makes one word of letters that stand alone beside each other,
// so that V o B is VoB. The preposition i stays alone.
func joinLetters(words []string) []string {
	var all []string
	run := false // whether the last word of all is made of letters
	for _, word := range words {
		alone := utf8.RuneCountInString(word) == 1 && word != "i" && unicode.IsLetter(firstRune(word))
		if alone && run {
			all[len(all)-1] += word
			continue
		}
		all, run = append(all, word), alone
	}
	return all
}

func firstRune(word string) rune {
	r, _ := utf8.DecodeRuneInString(word)
	return r
}

// fold takes away the marks of letters: what is left of a name in a source
// that has lost them. å and ä become a, ö becomes o.
func fold(word string) string {
	if isASCII(word) {
		return word
	}
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r):
			return -1
		case r == 'ø':
			return 'o'
		case r == 'æ':
			return 'a'
		}
		return r
	}, norm.NFD.String(word))
}

func isASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
