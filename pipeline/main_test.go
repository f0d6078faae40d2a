package pipeline_test

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tresektor/pipeline"
	"tresektor/pipeline/format/parquet"
	"tresektor/pipeline/workspace"
)

// TestMain does what the command does before it writes anything.
func TestMain(m *testing.M) {
	parquet.ShareEncoder()
	code := m.Run()
	os.RemoveAll(exampleFolder())
	os.Exit(code)
}

// theDay is the clock of every run in these tests.
func theDay() time.Time { return time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC) }

func options(dir string) pipeline.Options { return pipeline.Options{Dir: dir, Date: theDay()} }

// exampleWorkspace makes the example in a folder of the test.
func exampleWorkspace(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "example")
	if err := workspace.Init(dir, true); err != nil {
		t.Fatal(err)
	}
	return dir
}

// refreshed makes an edition in dir and returns the report.
func refreshed(t *testing.T, o pipeline.Options) pipeline.Report {
	t.Helper()
	report, err := pipeline.Refresh(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

// smallWorkspace makes a workspace with one source, filled from files by path.
func smallWorkspace(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "small")
	if err := workspace.Init(dir, false); err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		write(t, filepath.Join(dir, name), text)
	}
	return dir
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// table reads a table of the current edition: rows of fields by name.
func table(t *testing.T, dir, name string) []map[string]string {
	t.Helper()
	lines := strings.Split(strings.TrimSuffix(read(t, filepath.Join(dir, "editions/current/tables", name+".csv")), "\r\n"), "\r\n")
	rows := parseCSV(t, strings.Join(lines, "\n"))
	var list []map[string]string
	for _, row := range rows[1:] {
		cells := map[string]string{}
		for i, field := range rows[0] {
			cells[field] = row[i]
		}
		list = append(list, cells)
	}
	return list
}

func replaceOnce(t *testing.T, text, old, new string) string {
	t.Helper()
	if strings.Count(text, old) != 1 {
		t.Fatalf("%q stands %d times in the text", old, strings.Count(text, old))
	}
	return strings.Replace(text, old, new, 1)
}

func sha256Hex(text string) string { return fmt.Sprintf("%x", sha256.Sum256([]byte(text))) }
