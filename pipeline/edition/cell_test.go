package edition_test

import (
	"testing"

	"tresektor/pipeline/edition"
)

func TestAPublishersTextIsMadeHarmless(t *testing.T) {
	theirs := edition.Field{Kind: edition.KindText, FromSource: true}
	ours := edition.Field{Kind: edition.KindText}
	for _, start := range []string{"=", "+", "-", "@", "\t", "\r", "\n"} {
		if got := theirs.Harmless(start + "1"); got != "'"+start+"1" {
			t.Errorf("theirs: %q", got)
		}
		if got := ours.Harmless(start + "1"); got != start+"1" {
			t.Errorf("ours: %q", got)
		}
	}
	for _, text := range []string{"", "Bräcke", "a=b"} {
		if got := theirs.Harmless(text); got != text {
			t.Errorf("%q became %q", text, got)
		}
	}
}

// TestAPublishersTextComesBackAsItWas: also one that begins with an apostrophe
// of its own.
func TestAPublishersTextComesBackAsItWas(t *testing.T) {
	theirs := edition.Field{Kind: edition.KindText, FromSource: true}
	ours := edition.Field{Kind: edition.KindText}
	for _, text := range []string{"", "'", "=1", "'=1", "''=1", "'a", "Bräcke", "-", "'-"} {
		if got := theirs.Original(theirs.Harmless(text)); got != text {
			t.Errorf("theirs: %q came back as %q", text, got)
		}
		if got := ours.Original(ours.Harmless(text)); got != text {
			t.Errorf("ours: %q came back as %q", text, got)
		}
	}
}
