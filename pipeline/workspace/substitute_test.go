package workspace

import (
	"io/fs"
	"os"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// Causes are replaced in the order that docs/method.md and the list
// revision_cause give.
func TestTheOrderOfSubstitutionsIsThatOfTheList(t *testing.T) {
	rows := readListFile(t, os.DirFS("../../data"), "revision_cause.csv")
	rows = slices.DeleteFunc(rows, func(code string) bool { return code == "program" || code == "several" })
	var order []string
	for _, s := range Substitutions() {
		order = append(order, s.Cause)
	}
	if diff := cmp.Diff(rows, order); diff != "" {
		t.Error(diff)
	}
}

// Each change of a file belongs to one cause.
func TestWhatDiffersBelongsToACause(t *testing.T) {
	for _, c := range []struct {
		file, old, new string
		want           []string
	}{
		{"", "", "", nil},
		{"tresektor.yaml", "contact:", "contact: # a comment\n ", nil},
		{"code/area.csv", "Dagis", "Daghem", []string{"method"}},
		{"sources/school.yaml", "Kommunkod", "Kommun", []string{"method"}},
		{"data/measure/pupils.yaml", "id: pupils", "id: pupils\nprotect: secrecy", []string{"protection"}},
		{"data/definition/narrow.yaml", "version: 1", "version: 2", []string{"definition"}},
	} {
		before, after := small(t), small(t)
		if c.file != "" {
			if _, there := after[c.file]; !there {
				t.Errorf("there is no %s", c.file)
				continue
			}
			change(t, after, c.file, c.old, c.new)
		}
		steps, err := Substitute(opened(t, before), opened(t, after), "2026-01-01", "2026-01-02")
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, s := range steps {
			got = append(got, s.Cause)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s %s: %s", c.file, c.new, diff)
		}
	}
}

// A decision that is due for review is no longer applied, though no file has
// changed.
func TestADecisionThatIsDueIsADifference(t *testing.T) {
	files := small(t)
	files["overrides.csv"] = overridesCSV(decision())
	for day, want := range map[string]int{"2028-01-14": 0, "2028-01-15": 1} {
		steps, err := Substitute(opened(t, files), opened(t, files), "2026-01-01", day)
		if err != nil || len(steps) != want {
			t.Errorf("%s: %d steps, %v", day, len(steps), err)
		}
		if want == 1 && (steps[0].Cause != "override" || steps[0].Day != day) {
			t.Errorf("%+v", steps[0])
		}
	}
}

func TestPinnedSnapshotsAreThoseOfTheEdition(t *testing.T) {
	w := opened(t, small(t))
	write(t, w.Dir+"/inbox/school_2020.csv", "a\n1\n")
	first, err := w.TakeInbox(time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC))
	if err != nil || len(first) != 1 {
		t.Fatalf("%v %v", first, err)
	}
	write(t, w.Dir+"/inbox/school_2020.csv", "a\n2\n")
	if _, err := w.TakeInbox(time.Date(2026, 1, 2, 0, 0, 0, 0, time.UTC)); err != nil {
		t.Fatal(err)
	}
	d := Delivery{"school", first[0].Partition, first[0].Name, first[0].SHA256}
	if err := w.Pin([]Delivery{d}); err != nil {
		t.Fatal(err)
	}
	current, _, err := w.Snapshots("school")
	if err != nil || len(current) != 1 || current[0].SHA256 != d.SHA256 {
		t.Errorf("%v %v", current, err)
	}
	d.SHA256 = "0123456789"
	if err := w.Pin([]Delivery{d}); err == nil || err.Error() != "the snapshot school_2020.csv of source school (SHA-256 0123456789) is not in state/snapshots/school" {
		t.Errorf("got %v", err)
	}
}

// readListFile gives the codes of a list in their order.
func readListFile(t *testing.T, from fs.FS, name string) (codes []string) {
	t.Helper()
	text, err := fs.ReadFile(from, name)
	if err != nil {
		t.Fatal(err)
	}
	found := &problems{}
	for _, row := range listOf("revision_cause", []file{{name, text}}, found).Rows {
		codes = append(codes, row["code"])
	}
	if err := found.err(); err != nil {
		t.Fatal(err)
	}
	return codes
}
