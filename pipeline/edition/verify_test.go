package edition_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tresektor/pipeline/edition"
)

func TestVerifyNamesWhatAHandDamaged(t *testing.T) {
	tests := []struct {
		name   string
		damage func(folder string) error
		want   []string
	}{
		{"nothing", func(string) error { return nil }, nil},
		{"a file gone", func(f string) error { return os.Remove(filepath.Join(f, "index.html")) },
			[]string{"missing index.html"}},
		{"one byte more", replace("tables/share.csv", "a,b\r\n", "a,b\r\n\n"), []string{"changed tables/share.csv"}},
		{"one byte other", replace("tables/share.csv", "a,b", "a,c"), []string{"changed tables/share.csv"}},
		{"a file too many", func(f string) error { return os.WriteFile(filepath.Join(f, "tables/x"), nil, 0o644) },
			[]string{"extra tables/x"}},
		{"an empty folder", func(f string) error { return os.Mkdir(filepath.Join(f, "x"), 0o755) }, []string{"extra x"}},
		{"another title", replace(edition.ManifestName, "Exempel", "Sanning"), []string{"changed manifest.json"}},
		{"a checksum that fits a changed file", replace(edition.ManifestName, `"size": 15`, `"size": 14`),
			[]string{"changed manifest.json", "changed index.html"}},
		{"a manifest cut short", func(f string) error { return os.Truncate(filepath.Join(f, edition.ManifestName), 40) },
			[]string{"changed manifest.json", "extra index.html", "extra tables/empty.csv", "extra tables/share.csv"}},
		{"no manifest", func(f string) error { return os.Remove(filepath.Join(f, edition.ManifestName)) },
			[]string{"missing manifest.json", "extra index.html", "extra tables/empty.csv", "extra tables/share.csv"}},
		{"a link for a file", func(f string) error {
			name := filepath.Join(f, "index.html")
			outside := filepath.Join(filepath.Dir(f), "outside")
			if err := os.Rename(name, outside); err != nil {
				return err
			}
			return os.Symlink(outside, name)
		}, []string{"changed index.html"}},
		{"a link to a file of the edition", func(f string) error {
			name := filepath.Join(f, "index.html")
			if err := os.Rename(name, filepath.Join(f, "copy")); err != nil {
				return err
			}
			return os.Symlink("copy", name)
		}, []string{"changed index.html", "extra copy"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			id := seal(t, dir, manifest)
			if err := tt.damage(filepath.Join(dir, id)); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, problems(t, dir, id)); diff != "" {
				t.Errorf("problems (-want +got):\n%s", diff)
			}
		})
	}
}

func replace(name, old, new string) func(string) error {
	return func(folder string) error {
		file := filepath.Join(folder, name)
		content, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		return os.WriteFile(file, bytes.Replace(content, []byte(old), []byte(new), 1), 0o644)
	}
}

func TestVerifyWantsAnEdition(t *testing.T) {
	for _, id := range []string{"", "../etc", "2026-11-22-00000000"} {
		if _, err := edition.Verify(t.TempDir(), id); err == nil {
			t.Errorf("Verify(%q) gave no error", id)
		}
	}
}
