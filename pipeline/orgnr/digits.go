package orgnr

// luhn reports whether ten digits have a correct check digit.
func luhn(digits string) bool { return CheckDigit([10]byte([]byte(digits))) }

// CheckDigit reports whether ten bytes are digits of which the last is the
// check digit: Luhn modulo 10, doubling the first, third, fifth, seventh and
// ninth.
func CheckDigit(number [10]byte) bool {
	sum := 0
	for i, b := range number {
		if b < '0' || b > '9' {
			return false
		}
		sum += int(luhnTerms[i%2][b-'0'])
	}
	return sum%10 == 0
}

// luhnTerms are what a digit adds at even and at odd places.
var luhnTerms = [2][10]byte{{0, 2, 4, 6, 8, 1, 3, 5, 7, 9}, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}}

// birthDate reports whether ten digits begin with a date as in a personal
// number (YYMMDD) or a coordination number (day + 60, where an unknown month
// or day is 0).
func birthDate(digits string) bool {
	month := int(digits[2]-'0')*10 + int(digits[3]-'0')
	day := int(digits[4]-'0')*10 + int(digits[5]-'0')
	switch {
	case month > 12:
		return false
	case day >= 60:
		return day <= 91
	}
	return month >= 1 && day >= 1 && day <= 31
}

// onlyDigits returns the digits of a Swedish number written with spaces,
// hyphens or plus signs, and with or without the prefix SE. Any other
// character means that the text is not a Swedish number.
func onlyDigits(text string) (string, bool) {
	if len(text) > 2 && text[:2] == "SE" {
		text = text[2:]
	}
	digits := make([]byte, 0, 12)
	for _, r := range text {
		switch {
		case r >= '0' && r <= '9':
			digits = append(digits, byte(r))
		case !isJoiner(r):
			return "", false
		}
	}
	return string(digits), true
}

// isJoiner reports whether r may stand between the digits of a number.
func isJoiner(r rune) bool {
	switch r {
	case ' ', '\u00a0', '\u202f', '\u2009', '-', '+', '\u2010', '\u2011', '\u2012', '\u2013', '\u2212':
		return true
	}
	return false
}

// HoldsPersonal reports whether text holds a run of digits (which joiners may
// break up) with a window of ten that begins with a birth date. Runs shorter
// than ten digits are not personal numbers.
func HoldsPersonal(text string) bool {
	found := false
	if !tenDigits(text) {
		return false
	}
	Runs(text, func(start, end int, digits string) {
		for i := 0; i+10 <= len(digits); i++ {
			found = found || birthDate(digits[i:])
		}
	})
	return found
}

// Runs calls found for each run of ten or more digits in text, with the run's
// place in the text and its digits. Spaces, hyphens and plus signs between
// digits do not end a run.
func Runs(text string, found func(start, end int, digits string)) {
	var digits []byte
	start, end := 0, 0
	flush := func() {
		if len(digits) >= 10 {
			found(start, end, string(digits))
		}
		digits = digits[:0]
	}
	for i, r := range text {
		switch {
		case r >= '0' && r <= '9':
			if len(digits) == 0 {
				start = i
			}
			digits = append(digits, byte(r))
			end = i + 1
		case !isJoiner(r):
			flush()
		}
	}
	flush()
}

func tenDigits(text string) bool {
	n := 0
	for i := range len(text) {
		if text[i] >= '0' && text[i] <= '9' {
			n++
		}
	}
	return n >= 10
}
