package pipeline_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tresektor/pipeline"
)

// twoEditions is a workspace with an edition and another after everything has
// changed.
func twoEditions(t *testing.T) (dir, first, second string) {
	t.Helper()
	base := smallWorkspace(t, revisionFiles())
	first = refreshed(t, options(base)).Edition
	dir = revised(t, base, disturbances()...)
	status, err := pipeline.ReadStatus(options(dir))
	if err != nil {
		t.Fatal(err)
	}
	return dir, first, status.Edition
}

// copied is a workspace of its own with what is in dir.
func copied(t *testing.T, dir string) string {
	t.Helper()
	at := filepath.Join(t.TempDir(), "copied")
	if err := os.CopyFS(at, os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	return at
}

func rebuilt(t *testing.T, dir, id string) (pipeline.Rebuild, error) {
	t.Helper()
	r, err := pipeline.RebuildEdition(t.Context(), options(dir), id)
	if _, left := os.Stat(filepath.Join(dir, "state/rebuild")); left == nil {
		t.Error("the temporary place is left behind")
	}
	return r, err
}

func TestAnOldEditionIsMadeAgain(t *testing.T) {
	t.Parallel()
	dir, first, second := twoEditions(t)
	t.Run("byte for byte", func(t *testing.T) { madeAgain(t, copied(t, dir), first, second) })
	t.Run("unless an input is gone or has changed", func(t *testing.T) { inputNamed(t, dir, first, second) })
	t.Run("and by another program, with the same files", func(t *testing.T) { anotherProgram(t, copied(t, dir), first) })
	t.Run("and what comes out otherwise is shown", func(t *testing.T) { otherwise(t, copied(t, dir), first) })
}

// madeAgain makes both editions again after every input has changed, and after
// the configuration of today has become unreadable.
func madeAgain(t *testing.T, dir, first, second string) {
	write(t, filepath.Join(dir, "tresektor.yaml"), "this is no configuration\n")
	for _, id := range []string{first, second} {
		if r, err := rebuilt(t, dir, id); err != nil || !r.IsIdentical || r.Rebuilt != id || r.Files < 10 {
			t.Errorf("%s: %v %+v", id, err, r)
		}
	}
}

func inputNamed(t *testing.T, dir, first, second string) {
	for _, c := range []struct {
		name, edition, want string
		damage              func(dir string) error
	}{
		{"a snapshot is gone", first, "the snapshot register.csv of source register", func(dir string) error {
			return os.RemoveAll(filepath.Join(dir, "state/snapshots/register"))
		}},
		{"a snapshot has changed", first, "the snapshot prov_2024-01.csv of source prov has changed", func(dir string) error {
			return changeBytes(filepath.Join(dir, "state/snapshots/prov/*/prov_2024-01.csv"), "300,00", "300,01")
		}},
		{"a copy has changed", second, "state/input/" + second + "/definition/egen.yaml has changed", func(dir string) error {
			return changeBytes(filepath.Join(dir, "state/input", second, "definition/egen.yaml"), "'51']}, sector: i", "'52']}, sector: i")
		}},
		{"a copy is gone", second, "state/input/" + second + "/overrides.csv is missing", func(dir string) error {
			return os.Remove(filepath.Join(dir, "state/input", second, "overrides.csv"))
		}},
		{"all copies are gone", first, "state/input/" + first + " is missing", func(dir string) error {
			return os.RemoveAll(filepath.Join(dir, "state/input", first))
		}},
		{"the built-in data has changed", first, "the built-in data in state/input/data-", func(dir string) error {
			return changeBytes(filepath.Join(dir, "state/input/data-*/place.csv"), "Stockholm", "Stokholm")
		}},
		{"the key is another", first, "state/key is another key", func(dir string) error {
			return os.WriteFile(filepath.Join(dir, "state/key"), []byte(strings.Repeat("k", 32)), 0o600)
		}},
		{"the edition before is gone", second, "the edition before it, " + first, func(dir string) error {
			return os.RemoveAll(filepath.Join(dir, "editions", first))
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			at := copied(t, dir)
			if err := c.damage(at); err != nil {
				t.Fatal(err)
			}
			_, err := rebuilt(t, at, c.edition)
			if wrong := (*pipeline.InputsError)(nil); !errors.As(err, &wrong) || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}

func changeBytes(pattern, old, new string) error {
	names, err := filepath.Glob(pattern)
	if err != nil || len(names) == 0 {
		return errors.Join(err, errors.New("there is no "+pattern))
	}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		if err := errors.Join(os.Chmod(name, 0o600), os.WriteFile(name, []byte(strings.Replace(string(text), old, new, 1)), 0o600)); err != nil {
			return err
		}
	}
	return nil
}

// otherwise is about an edition that somebody made otherwise: its manifest is
// right, but its numbers are not what its inputs give.
func otherwise(t *testing.T, dir, first string) {
	if err := changeBytes(filepath.Join(dir, "state/input", first, "input.json"), `"version": "`, `"version": "0.0.9-`); err != nil {
		t.Fatal(err)
	}
	r, err := rebuilt(t, dir, first)
	if err != nil || !r.IsIdentical {
		t.Errorf("another program that gives the same bytes is no difference: %v", err)
	}
	if err := changeBytes(filepath.Join(dir, "state/input", first, "definition/egen.yaml"), "legal_form: ['61']", "legal_form: ['61', '51']"); err != nil {
		t.Fatal(err)
	}
	old, kept := filepath.Join(dir, "state/input", first, "definition/egen.yaml"), filepath.Join(dir, "state/input", first, "input.json")
	list := read(t, kept)
	i := strings.Index(list, `"path": "definition/egen.yaml"`)
	at := i + strings.Index(list[i:], `"sha256": "`) + len(`"sha256": "`)
	write(t, kept, list[:at]+sha256Hex(read(t, old))+list[at+64:])
	r, err = rebuilt(t, dir, first)
	if differs := (*pipeline.RebuildError)(nil); !errors.As(err, &differs) || !strings.Contains(err.Error(), "another program made it") {
		t.Fatalf("got %v", err)
	}
	text := r.Text("en")
	for _, want := range []string{
		"The program is another: the edition was made by tresektor 0.0.9-", " cells differ; rows that are gone: 0, that are new: 0",
		`egen prov 2024-01 0180 none none ideburen: amount was "100.00", is "150.00"`, "tables/classification.csv",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	if strings.Contains(r.Text("sv"), "comes out") {
		t.Error("the Swedish text is English")
	}
}

// anotherProgram is about an edition that other queries made, which gave the
// same files: only the manifest names them, and so its id is another.
func anotherProgram(t *testing.T, dir, first string) {
	manifest := read(t, filepath.Join(dir, "editions", first, "manifest.json"))
	at := strings.Index(manifest, `"queries": "`) + len(`"queries": "`)
	queries := manifest[at : at+64]
	manifest = replaceOnce(t, manifest, queries, strings.Repeat("0", 64))
	id := first[:len("2026-11-22-")] + sha256Hex(manifest)[:8]
	for _, folder := range []string{"editions", "state/input"} {
		if err := os.Rename(filepath.Join(dir, folder, first), filepath.Join(dir, folder, id)); err != nil {
			t.Fatal(err)
		}
	}
	write(t, filepath.Join(dir, "editions", id, "manifest.json"), manifest)
	if err := changeBytes(filepath.Join(dir, "state/input", id, "input.json"), queries, strings.Repeat("0", 64)); err != nil {
		t.Fatal(err)
	}
	r, err := rebuilt(t, dir, id)
	if err != nil || r.IsIdentical || !r.IsSame || r.Rebuilt != first {
		t.Errorf("%v %+v", err, r)
	}
	for _, want := range []string{"alla " + fmt.Sprint(r.Files) + " filer har samma kontrollsummor\n", "Programmet är ett annat: utgåvan gjordes av tresektor "} {
		if text := r.Text("sv"); !strings.Contains(text, want) || strings.Contains(text, "annorlunda") {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}
