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
