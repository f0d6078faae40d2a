package link

import (
	"slices"
	"strings"
)

// The attributes that can agree or contradict, by their names in
// data/attribute.csv.
const (
	legalForm   = "legal_form"
	sni         = "sni"
	postalPlace = "postal_place"
)

// facts are attributes made comparable.
type facts struct {
	forms     []string // families of legal forms
	divisions []string // of SNI
	places    []string // codes or folded names
}

func (p Places) facts(a Attributes) facts {
	return facts{
		forms:     distinct(a.Forms, family),
		divisions: distinct(a.SNI, division),
		places:    distinct(a.Places, p.Code),
	}
}

// distinct gives what of makes of the values, sorted, once, without what it
// makes nothing of.
func distinct(values []string, of func(string) string) []string {
	var all []string
	for _, value := range values {
		if made := of(value); made != "" {
			all = append(all, made)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// division is the first two digits of an SNI code, which have the same meaning
// in SNI 2007 and SNI 2025 for health, education and social care (85–88). A
// code of four digits has lost a leading zero; 0 and 00000 say nothing.
func division(code string) string {
	code, _, _ = strings.Cut(strings.TrimSpace(code), " ")
	code = strings.ReplaceAll(code, ".", "")
	switch {
	case strings.Trim(code, "0123456789") != "" || strings.Trim(code, "0") == "":
		return ""
	case len(code) == 4:
		return "0" + code[:1]
	case len(code) == 5 || len(code) == 2:
		return code[:2]
	}
	return ""
}

// compatible tells whether two lists have a value in common, or either says
// nothing.
func compatible(a, b []string) bool { return len(a) == 0 || len(b) == 0 || overlap(a, b) }

func overlap(a, b []string) bool {
	return slices.ContainsFunc(a, func(each string) bool { return slices.Contains(b, each) })
}

// compare tells which attributes of a supplier and an organisation agree, and
// which contradict. What a name says of the form contradicts but never
// confirms: it is part of the name. Another place contradicts only where both
// names end in one: an office is often elsewhere than the work.
func compare(supplier, organisation facts, called, name Name) (agrees, contradicts []string) {
	judge := func(attribute string, does, not bool) {
		switch {
		case not:
			contradicts = append(contradicts, attribute)
		case does:
			agrees = append(agrees, attribute)
		}
	}
	judge(legalForm, overlap(supplier.forms, organisation.forms),
		!compatible(supplier.forms, organisation.forms) ||
			!compatible(called.Forms, organisation.forms) ||
			!compatible(supplier.forms, name.Forms))
	judge(sni, overlap(supplier.divisions, organisation.divisions),
		!compatible(supplier.divisions, organisation.divisions))
	judge(postalPlace, overlap(supplier.places, organisation.places),
		called.Place != "" && name.Place != "" && called.Place != name.Place)
	return agrees, contradicts
}
