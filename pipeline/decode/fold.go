package decode

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold makes texts comparable: lower case, composed characters, no byte order
// mark, no space around and single spaces within (line ends and no-break
// spaces are spaces). Headers and codes are compared folded.
func Fold(text string) string {
	if !isASCII([]byte(text)) {
		text = norm.NFC.String(strings.ReplaceAll(text, "\ufeff", ""))
	}
	text = strings.ToLower(text)
	return strings.Join(strings.FieldsFunc(text, unicode.IsSpace), " ")
}
