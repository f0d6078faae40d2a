package link

import "strings"

// A Name is what a name says, however it is written.
type Name struct {
	Key   string   // the name without its legal form; empty where nothing is left
	Fold  string   // the key without the marks of its letters
	Base  string   // the fold without a place at its end
	Place string   // the code of that place
	Forms []string // the families of legal forms that the name leaves possible, each by one code; nil for all
}

// Normalise reads a name. Two names are the same where their keys are equal
// and their forms do not exclude each other.
func Normalise(name string, places Places) Name {
	rest, forms := takeForms(words(name))
	rest = sweden(joinLetters(rest))
	base, place := places.cut(rest)
	n := Name{Key: strings.Join(rest, " "), Place: place, Forms: forms}
	n.Fold = fold(n.Key)
	n.Base = n.Fold
	if place != "" {
		n.Base = fold(strings.Join(base, " "))
	}
	return n
}

// sweden writes the name of the country in one way. It is never taken away:
// X Sverige AB is another company than X AB.
func sweden(words []string) []string {
	for i, word := range words {
		if word == "sweden" {
			words[i] = "sverige"
		}
	}
	if n := len(words); n > 2 && words[n-1] == "sverige" && words[n-2] == "i" {
		return append(words[:n-2], "sverige")
	}
	return words
}
