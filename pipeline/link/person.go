package link

import (
	"slices"
	"strings"

	"tresektor/pipeline/orgnr"
)

// personal are the legal forms behind which there are natural persons only:
// sole traders, estates, and partnerships without legal personality, which
// go by the names of their partners.
var personal = []string{"10", "21", "91"}

func isPerson(a Attributes) bool {
	return slices.ContainsFunc(a.Forms, func(form string) bool { return slices.Contains(personal, form) })
}

// isOrganisation tells whether an id holds the number of a legal person.
func isOrganisation(id string) bool {
	digits, ok := strings.CutPrefix(id, "se:")
	return ok && len(digits) == 10 && digits[2] >= '2' && orgnr.CheckDigit([10]byte([]byte(digits)))
}
