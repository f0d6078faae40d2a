package pipeline

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/workspace"
)

// A candidate whose own table of gates has a finding that blocks is not
// published, whoever asks; what warns, or somebody stands for, does not stop it.
func TestACandidateThatAGateBlocksIsNotPublished(t *testing.T) {
	for status, stops := range map[string]bool{"blocked": true, "acknowledged": false, "warn": false, "passed": false, "no_baseline": false} {
		dir := t.TempDir()
		s := &session{Options: Options{Dir: dir}, space: &workspace.Workspace{}}
		folder := filepath.Join(edition.WaitingFolder(s.editions()), "2026-11-22-00000000", "tables")
		if err := os.MkdirAll(folder, 0o755); err != nil {
			t.Fatal(err)
		}
		text := "gate,cell,status,severity,finding,value,previous\ngate_revision,measure=m," + status + ",block,0123456789ab,0.2,0.1\n"
		if err := os.WriteFile(filepath.Join(folder, "gate.csv"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		err := s.allowed("2026-11-22-00000000")
		gate := (*GateError)(nil)
		if errors.As(err, &gate) != stops || !stops && err != nil {
			t.Errorf("%s: err = %v", status, err)
		}
		if stops && (gate.Findings[0].Finding != "0123456789ab" || gate.Findings[0].Previous != "0.1") {
			t.Errorf("%s: findings %+v", status, gate.Findings)
		}
	}
}
