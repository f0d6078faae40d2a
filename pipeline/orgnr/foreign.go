package orgnr

import "strings"

// vat returns the ten digits in the middle of a Swedish VAT number: SE, the
// organisation or personal number, 01.
func vat(upper string) (string, bool) {
	if !strings.HasPrefix(upper, "SE") {
		return "", false
	}
	digits, ok := onlyDigits(upper)
	if !ok || len(digits) != 12 || digits[10:] != "01" {
		return "", false
	}
	return digits[:10], true
}

// countries are the prefixes of VAT numbers: the EU (EL for Greece), the EEA,
// Switzerland and the United Kingdom (XI for Northern Ireland).
const countries = " AT BE BG CH CY CZ DE DK EE EL ES FI FR GB GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SI SK XI "

// foreign reads a foreign VAT number: a country's prefix, then at most fifteen
// letters and digits, at least five of them digits.
func foreign(upper string) (Number, bool) {
	if len(upper) < 7 || !strings.Contains(countries, " "+upper[:2]+" ") {
		return Number{}, false
	}
	normal := make([]byte, 0, 17)
	digits := 0
	for _, r := range upper {
		switch {
		case r >= '0' && r <= '9':
			digits++
			normal = append(normal, byte(r))
		case r >= 'A' && r <= 'Z':
			normal = append(normal, byte(r))
		case !isJoiner(r) && r != '.' && r != '/':
			return Number{}, false
		}
	}
	if digits < 5 || len(normal) > 17 {
		return Number{}, false
	}
	text := string(normal)
	return Number{Kind: Foreign, Text: text, Personal: HoldsPersonal(text)}, true
}
