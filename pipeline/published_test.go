package pipeline

import (
	"strings"
	"testing"
	"unsafe"

	"github.com/google/go-cmp/cmp"
)

// TestCellsThatAreAlikeShareTheirMemory: rows are the same, and what is repeated
// is there once.
func TestCellsThatAreAlikeShareTheirMemory(t *testing.T) {
	row := func() []any { return []any{strings.Clone("snav"), nil, int64(7), true, strings.Clone("0.000000")} }
	seen, first, second := repeated{}, row(), row()
	seen.share(first)
	seen.share(second)
	if diff := cmp.Diff(row(), second); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	for _, i := range []int{0, 4} {
		if unsafe.StringData(first[i].(string)) != unsafe.StringData(second[i].(string)) {
			t.Errorf("cell %d is there twice", i)
		}
	}
}
