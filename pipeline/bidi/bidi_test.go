package bidi_test

import (
	"testing"

	"tresektor/pipeline/bidi"
)

func TestOnlyATextThatTurnsIsKeptApart(t *testing.T) {
	for text, want := range map[string]string{
		"":                            "",
		"Göteborgs stad, 2024: 3–4 %": "Göteborgs stad, 2024: 3–4 %",
		"\u202eAB":                    "\u2068\u202eAB\u2069",
		"AB \u202a\u202c":             "\u2068AB \u202a\u202c\u2069",
		"שלום":                        "\u2068שלום\u2069",
		"سلام 12":                     "\u2068سلام 12\u2069",
		"A\u200f":                     "\u2068A\u200f\u2069",
		"A\u2067B":                    "\u2068A\u2067B\u2069\u2069",
		"A\u2069\u202eB":              "\u2068A\u202eB\u2069",
		"\u2068A\u2069 \u2068B\u2069": "\u2068\u2068A\u2069 \u2068B\u2069\u2069",
	} {
		got := bidi.Isolated(text)
		if got != want {
			t.Errorf("%+q is %+q, want %+q", text, got, want)
		}
		if again := bidi.Isolated(got); again != got {
			t.Errorf("%+q is %+q when it is kept apart again", got, again)
		}
	}
}
