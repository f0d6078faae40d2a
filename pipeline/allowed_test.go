package pipeline

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"tresektor/pipeline/edition"
)

// A candidate whose own table of checks has an error with rows is not
// published, whoever asks; warnings and errors without rows do not stop it.
func TestACandidateWithAnErrorIsNotPublished(t *testing.T) {
	for name, c := range map[string]struct {
		row  string
		stop bool
	}{
		"an error":              {"share_moved,error,3,Shares that moved far", true},
		"an error without rows": {"share_moved,error,0,Shares that moved far", false},
		"a warning":             {"share_moved,warning,3,Shares that moved far", false},
	} {
		dir := t.TempDir()
		s := &session{Options: Options{Dir: dir}}
		folder := filepath.Join(edition.WaitingFolder(s.editions()), "2026-11-22-00000000", "tables")
		if err := os.MkdirAll(folder, 0o755); err != nil {
			t.Fatal(err)
		}
		text := "check,severity,rows,sentence\n" + c.row + "\n"
		if err := os.WriteFile(filepath.Join(folder, "check.csv"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		err := s.allowed("2026-11-22-00000000")
		stopped := (*CheckError)(nil)
		if errors.As(err, &stopped) != c.stop || !c.stop && err != nil {
			t.Errorf("%s: err = %v", name, err)
		}
		if c.stop && (stopped.Findings[0].Check != "share_moved" || stopped.Findings[0].Rows != 3) {
			t.Errorf("%s: findings %+v", name, stopped.Findings)
		}
	}
}
