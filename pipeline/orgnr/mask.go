package orgnr

import "strings"

// clean trims text and a byte order mark around it.
func clean(text string) string {
	return strings.Trim(text, " \t\r\n\u00a0\u202f\u2007\ufeff'\"")
}

// mask recognises what publishers write when there is no number to show:
// nothing, zeros, asterisks, a text in brackets.
func mask(text string) (Number, bool) {
	if text == "" {
		return Number{Kind: Missing, Mask: MaskNone}, true
	}
	folded := strings.ToLower(text)
	if kind, ok := words[strings.ReplaceAll(folded, "_", " ")]; ok {
		return masked(kind), true
	}
	switch {
	case strings.Trim(text, "0-+ ") == "":
		return zeros(text), true
	case strings.ContainsAny(text, "*xX") && strings.Trim(text, "0123456789*xX-+ ") == "":
		return masked(MaskPerson), true // ***, or a birth date with its last digits hidden
	case text[0] == '[' || text[0] == '(' || text[0] == '<':
		return masked(bracketed(folded)), true
	case strings.Contains(folded, "sekretess") || strings.Contains(folded, "skyddad"):
		return masked(MaskSecrecy), true
	case strings.Contains(folded, "personuppgift"):
		return masked(MaskPerson), true
	}
	return Number{}, false
}

// words are masks written as words, folded. SOLE_TRADERS is what Sambruk's
// anonymiser of XMLSIE writes.
var words = map[string]string{
	"sole traders":            MaskNatural,
	"anonymized sole traders": MaskNatural,
	"privatperson":            MaskNatural,
	"maskerad":                MaskPerson,
	"maskerat":                MaskPerson,
	"-":                       MaskNone,
	"–":                       MaskNone,
	".":                       MaskNone,
	"..":                      MaskNone,
	"null":                    MaskNone,
	"saknas":                  MaskNone,
	"uppgift saknas":          MaskNone,
	"n/a":                     MaskNone,
}

func masked(mask string) Number {
	switch mask {
	case MaskNone:
		return Number{Kind: Missing, Mask: mask}
	case MaskNatural:
		return Number{Kind: Person, Mask: mask}
	}
	return Number{Kind: Masked, Mask: mask}
}

// zeros tells 000000-0000, which stands for somebody, from a lone 0 or hyphen,
// which stands for nothing.
func zeros(text string) Number {
	if strings.Count(text, "0") >= 10 {
		return masked(MaskPerson)
	}
	return masked(MaskNone)
}

// bracketed tells a text in brackets that speaks of secrecy from one that
// speaks of personal data or of nothing.
func bracketed(folded string) string {
	for _, word := range []string{"sekretess", "skydd", "secre"} {
		if strings.Contains(folded, word) {
			return MaskSecrecy
		}
	}
	return MaskPerson
}
