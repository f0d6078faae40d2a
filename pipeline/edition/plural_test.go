package edition_test

import (
	"testing"

	"tresektor/pipeline/edition"
)

func TestOneIsNotMany(t *testing.T) {
	for n, want := range []string{"0 rows", "1 row", "2 rows"} {
		if got := edition.Plural(n, "row", "rows"); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}
