package pipeline_test

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// TestImportsKeepTheirDirection holds the import table of docs/architecture.md.
func TestImportsKeepTheirDirection(t *testing.T) {
	everything := "tresektor/"
	tests := []struct {
		pkg       string
		forbidden []string // prefixes of packages that it must not depend on
		allowed   []string // exceptions
	}{
		{"tresektor/queries", []string{everything, "github.com/"}, nil},
		{"tresektor/data", []string{everything, "github.com/"}, nil},
		{"tresektor/pipeline/orgnr", []string{everything, "github.com/"}, nil},
		{"tresektor/pipeline/bidi", []string{everything, "github.com/"}, nil},
		{"tresektor/pipeline/owner", []string{everything, "github.com/"}, nil},
		{"tresektor/pipeline/protect", []string{everything, "github.com/"}, nil},
		{"tresektor/pipeline/attack", []string{everything, "github.com/"}, nil},
		{"tresektor/pipeline/edition", []string{everything, "github.com/"}, nil},
		{"tresektor/pipeline/warehouse", []string{everything}, nil},
		{"tresektor/pipeline/decode", []string{everything, "github.com/marcboeker"}, []string{"tresektor/pipeline/orgnr"}},
		{"tresektor/pipeline/workspace", []string{everything, "github.com/marcboeker", "github.com/apache"}, []string{"tresektor/data", "tresektor/pipeline/bidi", "tresektor/pipeline/orgnr"}},
		{"tresektor/pipeline/link", []string{everything, "github.com/"}, []string{"tresektor/pipeline/orgnr", "github.com/agnivade/levenshtein"}},
		{"tresektor/pipeline/edition/cube", []string{everything, "github.com/"}, []string{"tresektor/pipeline/edition"}},
		{"tresektor/pipeline/format/csv", []string{everything, "github.com/marcboeker"}, []string{"tresektor/pipeline/edition"}},
		{"tresektor/pipeline/format/csvw", []string{everything, "github.com/"}, []string{"tresektor/pipeline/edition"}},
		{"tresektor/pipeline/format/dcat", []string{everything, "github.com/"}, []string{"tresektor/pipeline/edition"}},
		{"tresektor/pipeline/format/jsonstat", []string{everything, "github.com/marcboeker"}, []string{"tresektor/pipeline/edition", "tresektor/pipeline/edition/cube"}},
		{"tresektor/pipeline/format/px", []string{everything, "github.com/"}, []string{"tresektor/pipeline/edition", "tresektor/pipeline/edition/cube"}},
		{"tresektor/pipeline/format/parquet", []string{everything, "github.com/marcboeker"}, []string{"tresektor/pipeline/edition"}},
		{"tresektor/pipeline/format/xlsx", []string{everything, "github.com/marcboeker", "github.com/apache"}, []string{"tresektor/pipeline/edition"}},
		{"tresektor/pipeline/format/chart", []string{everything, "github.com/marcboeker", "github.com/apache"}, []string{"tresektor/pipeline/edition"}},
		{"tresektor/pipeline/format/site", []string{everything, "github.com/marcboeker"}, []string{"tresektor/pipeline/bidi", "tresektor/pipeline/edition"}},
		{"tresektor/pipeline/serve", []string{everything, "github.com/marcboeker", "github.com/apache"}, []string{"tresektor/pipeline/edition"}},
		{"tresektor/pipeline/format/site/explore", []string{everything, "github.com/"}, nil},
		{"tresektor/pipeline", []string{"tresektor/cmd", "github.com/spf13"}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.pkg, func(t *testing.T) {
			out, err := exec.CommandContext(t.Context(), "go", "list", "-deps", tt.pkg).Output()
			if err != nil {
				t.Fatal(err)
			}
			deps := strings.Fields(string(out))
			if !slices.Contains(deps, tt.pkg) {
				t.Fatalf("go list did not name %s", tt.pkg)
			}
			for _, dep := range deps {
				if dep == tt.pkg || slices.Contains(tt.allowed, dep) {
					continue
				}
				for _, prefix := range tt.forbidden {
					if strings.HasPrefix(dep, prefix) {
						t.Errorf("depends on %s", dep)
					}
				}
			}
		})
	}
}
