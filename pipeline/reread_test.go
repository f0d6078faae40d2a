package pipeline

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tresektor/pipeline/edition"
)

// TestACandidateIsReadBack damages share.csv between writing and reading.
func TestACandidateIsReadBack(t *testing.T) {
	whole := "measure,sector,amount,total\r\nm,public,3,4\r\nm,private,1,4\r\n"
	table := edition.Table{Name: "share", Rows: make([][]any, 2)}
	tests := []struct{ name, text, want string }{
		{"whole", whole, ""},
		{"a row is gone", strings.Replace(whole, "m,private,1,4\r\n", "", 1), "rows read back: 1 of 2"},
		{"an amount changed", strings.Replace(whole, "public,3", "public,2", 1), "sum to 3, not to 4"},
		{"a total changed", strings.ReplaceAll(whole, ",4\r", ",5\r"), "sum to 4, not to 5"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			folder := t.TempDir()
			path := filepath.Join(folder, "tables", "share.csv")
			if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, []byte(tt.text), 0o644); err != nil {
				t.Fatal(err)
			}
			err := reread(folder, []edition.Table{table})
			if tt.want == "" && err != nil || tt.want != "" && (err == nil || !strings.Contains(err.Error(), tt.want)) {
				t.Errorf("got %v, want %q", err, tt.want)
			}
		})
	}
}
