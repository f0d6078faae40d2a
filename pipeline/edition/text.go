package edition

// The languages an edition is published in.
const (
	Swedish = "sv"
	English = "en"
)

// A Text is one text in both languages of an edition.
type Text struct {
	SV string `json:"sv"`
	EN string `json:"en"`
}

// In returns the text in language, and the Swedish one where there is no
// other: Swedish is written first.
func (t Text) In(language string) string {
	if language == English && t.EN != "" {
		return t.EN
	}
	return t.SV
}
