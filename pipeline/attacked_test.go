package pipeline

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/protect"
	"tresektor/pipeline/workspace"
)

// TestAHoleStopsPublication publishes the example's secondary suppressions: each
// small number can then be computed, and the finding names the cells without
// their numbers.
func TestAHoleStopsPublication(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "example")
	if err := workspace.Init(dir, true); err != nil {
		t.Fatal(err)
	}
	o := Options{Dir: dir, Date: time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)}
	if _, err := Refresh(t.Context(), o); err != nil {
		t.Fatal(err)
	}
	s, err := open(o)
	if err != nil {
		t.Fatal(err)
	}
	defer s.close()
	if err := s.openWarehouse(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(s.editions()); err != nil {
		t.Fatal(err)
	}
	if findings := attackOf(t, s); len(findings) != 0 {
		t.Fatalf("protected as it should be: %+v", findings)
	}
	for _, each := range s.shown.periods {
		for c, total := range each.totals {
			if !each.pattern.Primary[c] {
				s.shown.states[total] = protect.Open
			}
		}
	}
	findings := attackOf(t, s)
	if len(findings) != 1 || findings[0].Check != "protection_hole" || findings[0].Severity != "error" || findings[0].Rows < 7 {
		t.Fatalf("%+v", findings)
	}
	example := findings[0].Examples[0]
	if !strings.HasPrefix(example, "measure=elever_ak9 period=2019/20 place=") || strings.Contains(example, "amount") {
		t.Errorf("the finding says %s", example)
	}
}

// attackOf writes the tables as they would be published and attacks them.
func attackOf(t *testing.T, s *session) []Finding {
	t.Helper()
	unprotected, err := s.tables(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	tables, err := s.protect(t.Context(), unprotected)
	if err != nil {
		t.Fatal(err)
	}
	candidate, err := edition.NewCandidate(s.editions())
	if err != nil {
		t.Fatal(err)
	}
	defer candidate.Discard()
	if _, err := s.writeData(candidate, tables, nil); err != nil {
		t.Fatal(err)
	}
	findings, err := s.attack(candidate.Folder(), s.attackable(unprotected))
	if err != nil {
		t.Fatal(err)
	}
	return findings
}
