package pipeline_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/thedatashed/xlsxreader"

	"tresektor/pipeline/warehouse"
)

// TestEveryTableIsParquetToo reads both forms of every table in DuckDB.
func TestEveryTableIsParquetToo(t *testing.T) {
	t.Parallel()
	dir := smallWorkspace(t, smallFiles())
	refreshed(t, options(dir))
	w, err := warehouse.OpenFiles(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	tables, err := filepath.Glob(filepath.Join(dir, "editions/current/tables/*.csv"))
	if err != nil || len(tables) < 10 {
		t.Fatalf("%d tables: %v", len(tables), err)
	}
	for _, csv := range tables {
		name := strings.TrimSuffix(csv, ".csv")
		if _, err := os.Stat(name + ".parquet"); err != nil {
			t.Error(err)
			continue
		}
		if err := w.View(t.Context(), "p", []string{name + ".parquet"}); err != nil {
			t.Fatal(err)
		}
		var n int
		if err := w.QueryRow(t.Context(), "select count(*) from p").Scan(&n); err != nil {
			t.Fatal(err)
		}
		if want := len(table(t, dir, filepath.Base(name))); n != want {
			t.Errorf("%s: %d rows, the CSV has %d", filepath.Base(name), n, want)
		}
	}
}

func TestTheWorkbookIsInBothLanguages(t *testing.T) {
	t.Parallel()
	dir := smallWorkspace(t, smallFiles())
	report := refreshed(t, options(dir))
	for file, want := range map[string]string{
		"report.xlsx": report.Cards[0].Sentence.SV, "report.en.xlsx": report.Cards[0].Sentence.EN,
	} {
		book, err := xlsxreader.OpenFile(filepath.Join(dir, "editions/current", file))
		if err != nil {
			t.Fatal(err)
		}
		defer book.Close()
		var said []string
		for row := range book.ReadRows(book.Sheets[0]) {
			for _, c := range row.Cells {
				said = append(said, c.Value)
			}
		}
		if text := fmt.Sprint(said); !strings.Contains(text, want) || !strings.Contains(text, "prov@example.org") {
			t.Errorf("%s lacks %q: %s", file, want, text)
		}
	}
}
