package pipeline

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLinesOpenToTheirFiles(t *testing.T) {
	tests := []struct {
		name, lines string
		want        []CellFile
	}{
		{"a line", "2", []CellFile{{File: "a", Lines: "2"}}},
		{"a line that holds two amounts is told once", "2 2 3 5", []CellFile{{File: "a", Lines: "2-3 5"}}},
		{"the same line of another file", "2 1099511627778 1099511627779", []CellFile{{File: "a", Lines: "2"}, {File: "b", Lines: "2-3"}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := &cellFiles{all: []CellFile{{File: "a"}, {File: "b"}}, isUsed: make([]bool, 2)}
			if diff := cmp.Diff(tt.want, c.of(tt.lines)); diff != "" {
				t.Errorf("mismatch (-want +got):\n%s", diff)
			}
			if len(c.used()) != len(tt.want) {
				t.Errorf("%d files are used, not %d", len(c.used()), len(tt.want))
			}
		})
	}
}

// What holds of one natural person holds of the pool, whoever comes first, and
// nothing in it names any of them.
func TestNaturalPersonsArePooled(t *testing.T) {
	files := &cellFiles{all: []CellFile{{File: "a"}, {File: "b"}}, isUsed: make([]bool, 2)}
	pools := map[[2]string]*pool{}
	for i, lines := range []string{"4 1099511627778", "2", "3"} {
		pooled(pools, "private", CellProvider{
			Provider: "person:x", Kind: "person", Name: "Testa", Rule: "natural", amount: 10, HiddenUnits: 1,
			Carried: i == 1, Contested: i == 1,
		}, lines)
		if got := pools[[2]string{"private", "natural"}].provider(files).Persons; i < 2 && got != "<3" {
			t.Errorf("%d persons are told as %q", i+1, got)
		}
	}
	want := CellProvider{
		Kind: "person", Persons: "3", HiddenUnits: 3, Rule: "natural", Carried: true, Contested: true, amount: 30,
		Files: []CellFile{{File: "a", Lines: "2-4"}, {File: "b", Lines: "2"}},
	}
	got := pools[[2]string{"private", "natural"}].provider(files)
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(CellProvider{})); diff != "" {
		t.Errorf("mismatch (-want +got):\n%s", diff)
	}
}
