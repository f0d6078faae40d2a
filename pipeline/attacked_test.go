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
// their numbers. So it does where organisations are named in cells that are not
// shown.
func TestAHoleStopsPublication(t *testing.T) {
	s := exampleSession(t)
	if findings := attackOf(t, s); len(findings) != 0 {
		t.Fatalf("protected as it should be: %+v", findings)
	}
	names := namesOf(t, s)
	if len(names) != 1 || names[0].Check != "protection_named" || names[0].Severity != "error" || names[0].Rows < 7 {
		t.Fatalf("%+v", names)
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
	for _, example := range []string{findings[0].Examples[0], names[0].Examples[0]} {
		if !strings.HasPrefix(example, "measure=elever_ak9 period=2019/20 place=") || strings.Contains(example, "amount") || strings.Contains(example, "se:") {
			t.Errorf("the finding says %s", example)
		}
	}
}

// exampleSession is the example, loaded and built, without an edition.
func exampleSession(t *testing.T) *session {
	t.Helper()
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
	t.Cleanup(func() { s.close() })
	if err := s.openWarehouse(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(s.editions()); err != nil {
		t.Fatal(err)
	}
	return s
}

// attackOf attacks the tables as they would be published.
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
	return attackTables(t, s, unprotected, tables)
}

// attackTables writes tables as a candidate and attacks it.
func attackTables(t *testing.T, s *session, unprotected, tables []edition.Table) []Finding {
	t.Helper()
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

// namesOf attacks a table of organisations that nothing was taken out of.
func namesOf(t *testing.T, s *session) []Finding {
	t.Helper()
	unprotected, err := s.tables(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	tables, err := s.protect(t.Context(), unprotected)
	if err != nil {
		t.Fatal(err)
	}
	for i := range unprotected {
		if unprotected[i].Name == shareBacking {
			tables[i].Rows = unprotected[i].Rows
		}
	}
	return attackTables(t, s, unprotected, tables)
}
