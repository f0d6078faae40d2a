package chart

import "testing"

// TestATextIsDrawnInItsOwnOrder holds that what turns letters has no letter of
// its own in a picture, and turns none.
func TestATextIsDrawnInItsOwnOrder(t *testing.T) {
	for text, want := range map[string]string{
		"\u2068\u202eAB\u2069, 2024": "AB, 2024",
		"A\tB\u200f":                 "A B",
		"A\x00":                      "A\uFFFD",
		"Örebro–Åre":                 "Örebro–Åre",
	} {
		if got := plain(text); got != want {
			t.Errorf("%+q is drawn as %+q, want %+q", text, got, want)
		}
	}
}
