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
	i := 0
	for ; i+8 <= len(text); i += 8 {
		if text[i]|text[i+1]|text[i+2]|text[i+3]|text[i+4]|text[i+5]|text[i+6]|text[i+7] >= 0x80 {
			return false
		}
	}
	for ; i < len(text); i++ {
		if text[i] >= 0x80 {
			return false
		}
	}
	return true
}
