package pipeline

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestACellOfAFindingIsDividedIntoItsParts(t *testing.T) {
	for cell, want := range map[string][]cellPart{
		"measure=m period=2016..2017 card=x":          {{"measure", "m"}, {"period", "2016..2017"}, {"card", "x"}},
		"card=x provider=not listed 3":                {{"card", "x"}, {"provider", "not listed 3"}},
		"source=s file=en fil (1).csv file=a = b.csv": {{"source", "s"}, {"file", "en fil (1).csv"}, {"file", "a = b.csv"}},
	} {
		if diff := cmp.Diff(want, namedIn(cell), cmp.AllowUnexported(cellPart{})); diff != "" {
			t.Errorf("%q: -want +got\n%s", cell, diff)
		}
	}
}
