package pipeline_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"tresektor/pipeline/edition"
)

// TestSurroundingsChangeNoByte runs the program itself in another time zone
// and language, on files that came in another order, and expects the same
// edition: its id is made of the checksums of all files.
func TestSurroundingsChangeNoByte(t *testing.T) {
	program := filepath.Join(t.TempDir(), "tresektor")
	if out, err := exec.CommandContext(t.Context(), "go", "build", "-o", program, "tresektor/cmd/tresektor").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	var ids []string
	for _, surroundings := range []struct {
		env     []string
		reverse bool
	}{
		{[]string{"TZ=UTC", "LANG=C"}, false},
		{[]string{"TZ=Pacific/Kiritimati", "LANG=tr_TR.UTF-8", "LC_ALL=tr_TR.UTF-8", "GOMAXPROCS=1"}, true},
	} {
		dir := exampleWorkspace(t)
		deliver(t, filepath.Join(dir, "inbox"), surroundings.reverse)
		cmd := exec.CommandContext(t.Context(), program, "refresh", "--dir", dir, "--date", "2026-11-22")
		cmd.Env = append(os.Environ(), surroundings.env...)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v: %v\n%s", surroundings.env, err, out)
		}
		id, err := edition.Current(filepath.Join(dir, "editions"))
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, id)
	}
	if ids[0] != ids[1] {
		t.Errorf("editions %s and %s of the same inputs", ids[0], ids[1])
	}
}

// deliver writes the files of a folder again, one after the other, in their
// order or the other way round, each with a time of its own.
func deliver(t *testing.T, folder string, reverse bool) {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(folder, "*"))
	if err != nil || len(names) == 0 {
		t.Fatalf("%d files: %v", len(names), err)
	}
	if reverse {
		slices.Reverse(names)
	}
	for i, name := range names {
		text := read(t, name)
		if err := os.Remove(name); err != nil {
			t.Fatal(err)
		}
		write(t, name, text)
		when := theDay().Add(time.Duration(i) * time.Hour)
		if err := os.Chtimes(name, when, when); err != nil {
			t.Fatal(err)
		}
	}
}

// TestRowOrderChangesNoNumber turns a file's rows round: another file, so
// another edition, but the same shares.
func TestRowOrderChangesNoNumber(t *testing.T) {
	files := smallFiles()
	one := smallWorkspace(t, files)
	refreshed(t, options(one))
	files["inbox/prov_2024-01.csv"] = "datum;kommun;orgnr;form;belopp\n" +
		"2024-01-16;0180;556016-0680;49;300,00\n2024-01-15;0180;802002-0718;61;100,00\n"
	other := smallWorkspace(t, files)
	refreshed(t, options(other))
	for _, name := range []string{"share", "headline", "change", "contribution", "classification", "remainder"} {
		a := read(t, filepath.Join(one, "editions/current/tables", name+".csv"))
		b := read(t, filepath.Join(other, "editions/current/tables", name+".csv"))
		if a != b {
			t.Errorf("%s.csv depends on the order of rows", name)
		}
	}
}
