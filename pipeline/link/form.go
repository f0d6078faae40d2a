package link

import (
	"slices"
	"strings"
)

// families of legal forms, each by one code, that a name leaves possible.
var (
	company     = []string{"49"}
	partnership = []string{"31"}
	cooperative = []string{"51", "53", "54"}
	voluntary   = []string{"61"}
	faith       = []string{"63"}
	foundation  = []string{"72"}
	federation  = []string{"83"}
	kommun      = []string{"82"}
	abroad      = []string{"96"}
	association = []string{"51", "53", "54", "61", "62", "63", "88", "94"}
)

// family gives the one form that stands for those that are easily taken for
// each other: limited companies, cooperatives, faith communities, foundations,
// state units. Codes that say that the form is not known give nothing.
func family(form string) string {
	switch form {
	case "41", "42", "43":
		return "49"
	case "55":
		return "51"
	case "71":
		return "72"
	case "86":
		return "63"
	case "89":
		return "81"
	case "98", "99":
		return ""
	}
	return form
}

// A formWord is how a legal form is written in a name, folded.
type formWord struct {
	words []string
	forms []string
}

// formWords stand for a legal form wherever they stand in a name, and are no
// part of its key. What is written in several words comes first.
var formWords = []formWord{
	{[]string{"ekonomisk", "forening"}, cooperative},
	{[]string{"ekonomiska", "forening"}, cooperative},
	{[]string{"ekonomiska", "foreningen"}, cooperative},
	{[]string{"ekonomisk", "for"}, cooperative},
	{[]string{"ek", "forening"}, cooperative},
	{[]string{"ek", "for"}, cooperative},
	{[]string{"utan", "personligt", "ansvar"}, cooperative},
	{[]string{"upa"}, cooperative},
	{[]string{"ekforening"}, cooperative},
	{[]string{"ekfor"}, cooperative},
	{[]string{"ideell", "forening"}, voluntary},
	{[]string{"ideella", "forening"}, voluntary},
	{[]string{"ideella", "foreningen"}, voluntary},
	{[]string{"ideell", "for"}, voluntary},
	{[]string{"registrerat", "trossamfund"}, faith},
	{[]string{"trossamfund"}, faith},
	{[]string{"trossamfundet"}, faith},
	{[]string{"ab"}, company},
	{[]string{"aktiebolag"}, company},
	{[]string{"aktiebolaget"}, company},
	{[]string{"publ"}, company},
	{[]string{"svb"}, company},
	{[]string{"hb"}, partnership},
	{[]string{"handelsbolag"}, partnership},
	{[]string{"handelsbolaget"}, partnership},
	{[]string{"kb"}, partnership},
	{[]string{"kommanditbolag"}, partnership},
	{[]string{"kommanditbolaget"}, partnership},
	{[]string{"stiftelse"}, foundation},
	{[]string{"stiftelsen"}, foundation},
}

// foreignWords are legal forms of other countries, which stand last in a name
// without a Swedish one. A Finnish oy goes before the ab beside it.
var foreignWords = []string{"as", "aps", "oy", "oyj", "gmbh", "ltd", "limited", "inc", "llc", "sl", "sa", "srl", "bv", "nv", "ag", "plc"}

// endings of words that say a legal form and stay in the key.
var endings = []formWord{
	{[]string{"aktiebolag", "aktiebolaget"}, company},
	{[]string{"handelsbolag", "handelsbolaget", "kommanditbolag", "kommanditbolaget"}, partnership},
	{[]string{"stiftelse", "stiftelsen"}, foundation},
	{[]string{"kommunalforbund", "kommunalforbundet"}, federation},
	{[]string{"forening", "foreningen"}, association},
}

// takeForms takes the words for a legal form out of a name and tells which
// forms they, or else the endings of other words, leave possible; nil where
// the name says nothing.
func takeForms(words []string) (rest, forms []string) {
	folded := make([]string, len(words))
	for i, word := range words {
		folded[i] = fold(word)
	}
	if i := isForeign(folded); i >= 0 {
		return without(words, folded, slices.Concat(foreignWords, []string{"ab", "filial"})), abroad
	}
	for i := 0; i < len(words); {
		n, found := formAt(folded[i:])
		if n == 0 {
			rest = append(rest, words[i])
			i++
			continue
		}
		forms, i = both(forms, found), i+n
	}
	switch last := len(words) - 1; {
	case forms != nil || last < 0:
		return rest, forms
	case slices.Contains(foreignWords, folded[last]):
		return rest[:last], abroad
	}
	return rest, ending(folded)
}

// isForeign gives the place of a word that makes an organisation foreign
// whatever else its name says: a branch, or a Finnish company.
func isForeign(folded []string) int {
	return slices.IndexFunc(folded, func(word string) bool {
		return word == "filial" || word == "oy" || word == "oyj"
	})
}

func without(words, folded, unwanted []string) []string {
	var rest []string
	for i, word := range words {
		if !slices.Contains(unwanted, folded[i]) {
			rest = append(rest, word)
		}
	}
	return rest
}

// formAt tells how many words at the beginning stand for which forms.
func formAt(folded []string) (int, []string) {
	for _, each := range formWords {
		if n := len(each.words); n <= len(folded) && slices.Equal(each.words, folded[:n]) {
			return n, each.forms
		}
	}
	return 0, nil
}

func ending(folded []string) []string {
	for _, each := range endings {
		for _, word := range folded {
			if slices.ContainsFunc(each.words, func(end string) bool { return strings.HasSuffix(word, end) }) {
				return each.forms
			}
		}
	}
	if folded[len(folded)-1] == "kommun" {
		return kommun
	}
	return nil
}

// both adds the forms of a second word to those of a first: AB and Stiftelsen
// in one name leave both possible.
func both(a, b []string) []string {
	all := slices.Concat(a, b)
	slices.Sort(all)
	return slices.Compact(all)
}
