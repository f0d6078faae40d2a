// Package orgnr reads Swedish organisation numbers as publishers write them.
//
// A number says whom it belongs to by its digits: ten digits with a Luhn check
// digit, third digit 2 or more for a legal person (lag 1974:174), a birth date
// in front for a natural person. Everything else that stands in such a column
// (masks, VAT numbers, foreign numbers, a publisher's own supplier numbers) is
// told apart and never lost.
package orgnr

import "strings"

// A Kind says what a text in a column of organisation numbers is.
type Kind string

// The kinds of text that Parse tells apart.
const (
	Organisation Kind = "organisation" // a Swedish legal person
	Person       Kind = "person"       // a Swedish natural person, or a mask that only persons get
	Masked       Kind = "masked"       // something the publisher has hidden
	Foreign      Kind = "foreign"      // a foreign VAT number
	Internal     Kind = "internal"     // the publisher's own number, or one that fails its check digit
	Missing      Kind = "missing"      // nothing
)

// The masks: why there is no number.
const (
	MaskNone    = "none"    // the cell is empty
	MaskNatural = "natural" // used for natural persons only
	MaskPerson  = "person"  // said to hold personal data; may also hide an organisation
	MaskSecrecy = "secrecy" // secrecy, such as a protected address or a shelter
)

// A Number is what a text in a column of organisation numbers says.
type Number struct {
	Kind   Kind
	Digits string // ten digits, for Organisation and for Person with a number
	Mask   string // one of the masks when Kind is Missing or Masked, or Person without a number
	Text   string // the normalised text, for Foreign and Internal

	// Personal says that the text holds what looks like a personal identity
	// number, valid or not: neither it nor the text may be shown.
	Personal bool
}

// Valid reports whether n identifies a Swedish organisation or person by a
// number with a correct check digit.
func (n Number) Valid() bool { return n.Digits != "" }

// String describes n for messages; it never shows a personal number.
func (n Number) String() string {
	switch {
	case n.Personal || n.Kind == Person:
		return string(n.Kind) + " (withheld)"
	case n.Digits != "":
		return n.Digits[:6] + "-" + n.Digits[6:]
	case n.Text != "":
		return string(n.Kind) + " " + n.Text
	}
	return string(n.Kind) + " " + n.Mask
}

// GoString is String, so that no format verb shows a personal number.
func (n Number) GoString() string { return n.String() }

// Parse says what text is. It never fails: what is no number at all is
// Internal. The order is: masks (000000-0000 passes the check digit), VAT
// number, foreign VAT number, twelve digits with their prefix, ten digits.
func Parse(text string) Number {
	text = clean(text)
	if n, ok := mask(text); ok {
		return n
	}
	upper := strings.ToUpper(text)
	if digits, ok := vat(upper); ok {
		if n, ok := parseTen(digits); ok {
			return n
		}
	}
	if n, ok := foreign(upper); ok {
		return n
	}
	if digits, ok := onlyDigits(upper); ok {
		if n, ok := parseDigits(digits); ok {
			return n
		}
	}
	return Number{Kind: Internal, Text: text, Personal: HoldsPersonal(text)}
}

// parseDigits reads ten digits, or twelve with the prefix 16 (legal person)
// or a century (natural person).
func parseDigits(digits string) (Number, bool) {
	switch {
	case len(digits) == 10:
		return parseTen(digits)
	case len(digits) != 12:
		return Number{}, false
	}
	n, ok := parseTen(digits[2:])
	switch digits[:2] {
	case "16":
		return n, ok && n.Kind == Organisation
	case "18", "19", "20":
		return n, ok && n.Kind == Person
	}
	return Number{}, false
}

// parseTen reads ten digits with a correct check digit.
func parseTen(digits string) (Number, bool) {
	switch {
	case !luhn(digits):
		return Number{}, false
	case digits[2] >= '2':
		return Number{Kind: Organisation, Digits: digits}, true
	case birthDate(digits):
		return Number{Kind: Person, Digits: digits, Personal: true}, true
	}
	return Number{}, false
}
