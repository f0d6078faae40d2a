package link

import (
	"slices"
	"strings"
)

// A Place is a row of data/place.csv: a kommun (four digits) or a län (two).
// Other rows are ignored.
type Place struct {
	Code  string
	Label string // in Swedish, "Stockholms län"
}

// Places knows the names of Swedish places.
type Places struct {
	codes   map[string]string // folded name → code, the kommun's before the län's
	longest int               // words in a name
}

// NewPlaces reads the code list of places. Their order does not matter.
func NewPlaces(list []Place) Places {
	p := Places{codes: map[string]string{}}
	for _, each := range list {
		if !isCode(each.Code) {
			continue
		}
		for _, name := range placeNames(each) {
			p.longest = max(p.longest, 1+strings.Count(name, " "))
			if before, taken := p.codes[name]; !taken || better(each.Code, before) {
				p.codes[name] = each.Code
			}
		}
	}
	return p
}

// better puts a kommun before a län, and then the lower code.
func better(code, before string) bool {
	return len(code) > len(before) || len(code) == len(before) && code < before
}

func isCode(text string) bool {
	return (len(text) == 2 || len(text) == 4) && strings.Trim(text, "0123456789") == ""
}

// placeNames are the folded names of a place. A län is also called without the
// word, and then without the s of "Stockholms län".
func placeNames(p Place) []string {
	name := plain(p.Label)
	short, isLan := strings.CutSuffix(name, " lan")
	if !isLan {
		return []string{name}
	}
	return []string{name, short, strings.TrimSuffix(short, "s")}
}

// plain is a text as folded words.
func plain(text string) string { return fold(strings.Join(words(text), " ")) }

// Code gives the code of a place, or what it is called where no place of the
// list has the name (a postal town, for example).
func (p Places) Code(text string) string {
	if isCode(text) {
		return text
	}
	name := plain(text)
	if code, found := p.codes[name]; found {
		return code
	}
	return name
}

// cut separates a place that ends a name, with or without the preposition i,
// from the words before it. A name that is nothing but a place keeps it.
func (p Places) cut(words []string) (rest []string, code string) {
	for n := min(p.longest, len(words)-1); n > 0; n-- {
		at := len(words) - n
		code, found := p.codes[fold(strings.Join(words[at:], " "))]
		if !found {
			continue
		}
		if words[at-1] == "i" {
			at--
		}
		if at > 0 {
			return slices.Clip(words[:at]), code
		}
	}
	return words, ""
}
