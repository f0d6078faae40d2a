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
	if !isASCII(text) {
		text = norm.NFC.String(strings.ReplaceAll(text, "\ufeff", ""))
	}
	text = strings.ToLower(text)
	return strings.Join(strings.FieldsFunc(text, unicode.IsSpace), " ")
}

func isASCII[T string | []byte](text T) bool {
	for i := range len(text) {
		if text[i] >= 0x80 {
			return false
		}
	}
	return true
}
