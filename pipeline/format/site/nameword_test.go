package site

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTheWordsOfANameAreFolded(t *testing.T) {
	for name, want := range map[string]string{
		"Stiftelsen Åkes Ängar":   "akes angar stiftelsen",
		"Vård & Omsorg i Lund AB": "lund omsorg vard",
		"Upplands-Bro HB (publ)":  "bro upplands upplandsbro",
		"Café Ørsted, Æ":          "a cafe orsted",
		"A\u030ase":               "ase",
		"I AB":                    "ab i",
		"\u202eLisa's 12:an":      "12 an lisa s",
		"":                        "",
		"Lunden lunden LUNDEN":    "lunden",
		strings.Repeat("å", 40):   strings.Repeat("a", longestKey),
	} {
		if diff := cmp.Diff(want, strings.Join(nameWords(name), " ")); diff != "" {
			t.Errorf("%q:\n%s", name, diff)
		}
	}
}

// TestTheOrderIsThatOfABrowser has two letters that bytes and UTF-16 order
// differently.
func TestTheOrderIsThatOfABrowser(t *testing.T) {
	if compare16("𐐀", "ﬀ") >= 0 || strings.Compare("𐐀", "ﬀ") <= 0 {
		t.Error("the order is that of bytes")
	}
}
