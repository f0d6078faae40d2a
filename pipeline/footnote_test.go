package pipeline_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestFootnotesAreNoSchools holds decision 17: the compiled file of final
// grades has a row of 34 suppressed units without huvudman, and they are the
// 34 lines of notes at the end of the publisher's file.
func TestFootnotesAreNoSchools(t *testing.T) {
	t.Parallel()
	names, err := filepath.Glob("../../shared/data/raw/skolverket-ak9-betyg-2025/*.csv")
	if err != nil {
		t.Fatal(err)
	}
	if len(names) != 1 {
		if os.Getenv("CI") != "" {
			t.Fatal("shared data absent")
		}
		t.Skip("shared data absent")
	}
	got := map[string]int{}
	for i, row := range parseCSV(t, semicolons(t, names[0])) {
		switch {
		case i < 6: // five lines before the header, and the header
		case row[1] != "" && row[6] != "" && row[7] == "..":
			got["suppressed school units"]++
		case row[6] == "":
			got["lines without huvudman"]++
			if row[7] != "" {
				t.Errorf("a line without huvudman has the number %q", row[7])
			}
		}
	}
	want := map[string]int{"suppressed school units": 113, "lines without huvudman": 34}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("mismatch (-want +got):\n%s", diff)
	}
}

// TestCountedAsSchoolsTheyWouldWidenTheRange keeps the row in, as it was
// compiled: 147 suppressed units and 3.46-4.22 %.
func TestCountedAsSchoolsTheyWouldWidenTheRange(t *testing.T) {
	t.Parallel()
	dir := exampleWorkspace(t)
	path := filepath.Join(dir, "sources/slutbetyg.volume.sql")
	write(t, path, replaceOnce(t, read(t, path), "then 'note_row'", "then null::varchar"))
	refreshed(t, options(dir))
	for _, row := range table(t, dir, "headline") {
		if row["card"] == "slutbetyg" && row["sector"] == "ideburen" {
			// 4,303+17 of 123,762+17+9*(94+36); 4,303+461+9*(17+36) of
			// 123,762+9*(17+36)+94
			if row["low"] != "0.034574" || row["high"] != "0.042153" {
				t.Errorf("range %s to %s, want 0.034574 to 0.042153", row["low"], row["high"])
			}
			return
		}
	}
	t.Error("the card has no row")
}

// semicolons reads a file of the publisher as comma-separated text.
func semicolons(t *testing.T, path string) string {
	t.Helper()
	text := strings.TrimPrefix(read(t, path), "\ufeff")
	var b strings.Builder
	for line := range strings.SplitSeq(strings.ReplaceAll(text, "\r\n", "\n"), "\n") {
		if line == "" {
			continue
		}
		for i, cell := range strings.Split(line, ";") {
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteString(`"` + strings.ReplaceAll(strings.Trim(cell, `"`), `"`, `""`) + `"`)
		}
		b.WriteByte('\n')
	}
	return b.String()
}
