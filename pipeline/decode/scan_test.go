package decode

import (
	"bytes"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// The fast loops do what the plain ones do.
func TestFastLoopsAgreeWithPlainOnes(t *testing.T) {
	piece := rapid.SampledFrom([]string{";", ":", ";;;", "\x3a", "\xbb", "abc", "å", "€", "𝄞", "\xc3", "\xe2\x82", "\xed\xa0\x80", "\xc0\x80", "\xff", "\x00", "12345678"})
	rapid.Check(t, func(t *rapid.T) {
		text := []byte{}
		for _, p := range rapid.SliceOfN(piece, 0, 12).Draw(t, "pieces") {
			text = append(text, p...)
		}
		if got, want := validUTF8(text), utf8.Valid(text); got != want {
			t.Fatalf("validUTF8(%q) = %v", text, got)
		}
		if got, want := isASCII(text), !bytes.ContainsFunc(text, func(r rune) bool { return r >= utf8.RuneSelf }); got != want {
			t.Fatalf("isASCII(%q) = %v", text, got)
		}
		places := make([]int, 5)
		n := findSeparators(text, ';', places)
		var want []int
		for i, b := range text {
			if b == ';' {
				want = append(want, i)
			}
		}
		kept := min(len(want), 5)
		if n != len(want) || !cmp.Equal(append([]int{}, want[:kept]...), append([]int{}, places[:kept]...)) {
			t.Fatalf("separators of %q: %d %v, want %v", text, n, places, want)
		}
	})
}
