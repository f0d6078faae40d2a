package bench

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tresektor/pipeline"
	"tresektor/pipeline/warehouse"
)

// ingest loads the snapshots of a workspace. Hashing and copying the inbox is
// done before: it is the same for every way of reading a file.
func ingest(ctx context.Context, j job) (result, error) {
	return timed(func() error {
		_, err := pipeline.Ingest(ctx, pipeline.Options{Dir: j.Dir, Date: clock, Memory: j.Memory})
		return err
	})
}

// A ledger of every kind of row is accounted for to the last öre.
func TestIngestAccountsForEveryRowOfTheLedger(t *testing.T) {
	for _, encoding := range []string{"utf-8", "windows-1252"} {
		l := &ledger{rows: 200_000, encoding: encoding}
		dir := ledgerSpace(t, l)
		ingestWhole(t, dir, l)
		w, err := warehouse.Open(t.Context(), filepath.Join(dir, "state", "tresektor.duckdb"), warehouse.Options{})
		if err != nil {
			t.Fatal(err)
		}
		defer w.Close()
		var sum, total string
		err = w.QueryRow(t.Context(), "select (select sum(amount)::varchar from volume), (select read::varchar from load_sum)").Scan(&sum, &total)
		if err != nil || sum != l.sum.String() || total != l.total.String() {
			t.Errorf("%s: %s öre kept of %s; the ledger has %s of %s (%v)", encoding, sum, total, l.sum, l.total, err)
		}
	}
}

// A column in which every text is another does not make a load fail: the file is
// read again with that column as it is, and once more for the next.
func TestIngestOfALedgerWithANumberOnEveryRow(t *testing.T) {
	l := &ledger{rows: 300_000, encoding: "utf-8"}
	dir := ledgerSpace(t, l)
	write(t, filepath.Join(dir, "sources", "reskontra.yaml"), strings.Replace(manifest,
		"sums:", "  - {name: verifikationsnummer, type: text, required: true}\n  - {name: verifikat, type: text, header: verifikationsnummer}\nsums:", 1))
	write(t, filepath.Join(dir, "sources", "reskontra.evidence.sql"), strings.Replace(evidenceSQL,
		"source.leverantor as value", "source.leverantor || source.verifikationsnummer || source.verifikat as value", 1))
	ingestWhole(t, dir, l)
}

func ingestWhole(t *testing.T, dir string, l *ledger) {
	t.Helper()
	loads, err := pipeline.Ingest(t.Context(), pipeline.Options{Dir: dir, Date: clock, Memory: memory()})
	if err != nil {
		t.Fatal(err)
	}
	got := loads[0]
	kept, dropped, rejected := int64(l.kept), int64(l.rows-l.kept-l.rejected), int64(l.rejected)
	if got.Rows != int64(l.rows) || got.Kept != kept || got.Dropped != dropped || got.Rejected != rejected || rejected < 2 {
		t.Errorf("%s: %d rows, %d kept, %d dropped, %d rejected; the ledger has %d, %d, %d, %d",
			l.encoding, got.Rows, got.Kept, got.Dropped, got.Rejected, l.rows, kept, dropped, rejected)
	}
}

// BenchmarkIngest loads a generated ledger through the whole path and compares
// it with read_csv of all columns, and with read_csv and the same SELECT.
// read_csv of this DuckDB reads UTF-8 only: windows-1252 is compared with the
// same rows in UTF-8.
func BenchmarkIngest(b *testing.B) {
	rows := size(b, "BENCH_ROWS", 10_000_000)
	file := filepath.Join(b.TempDir(), "reference.csv")
	(&ledger{rows: rows, encoding: "utf-8"}).create(b, file)
	spaces := map[string]string{}
	encodings := []string{"utf-8", "windows-1252"}
	for _, encoding := range encodings {
		spaces[encoding] = ledgerSpace(b, &ledger{rows: rows, encoding: encoding})
	}
	var all, narrow series
	ours := map[string]series{}
	for b.Loop() {
		for range size(b, "BENCH_RUNS", 3) {
			all = append(all, run(b, job{Name: "read", Dir: b.TempDir(), File: file}))
			for _, encoding := range encodings {
				ours[encoding] = append(ours[encoding], ingestAnew(b, spaces[encoding]))
			}
			narrow = append(narrow, run(b, job{Name: "read and select", Dir: b.TempDir(), File: file}))
		}
	}
	b.Logf("%d rows, read_csv: %v", rows, all)
	b.Logf("%d rows, read_csv and SELECT: %v", rows, narrow)
	for _, encoding := range encodings {
		s := ours[encoding]
		b.Logf("%d rows, ingest %s: %v", rows, encoding, s)
		b.ReportMetric(s.seconds()/all.seconds(), encoding+"/read_csv")
		b.ReportMetric(s.cpu()/all.cpu(), encoding+"/read_csv-cpu")
		b.ReportMetric(s.seconds()/narrow.seconds(), encoding+"/select")
		b.ReportMetric(s.cpu()/narrow.cpu(), encoding+"/select-cpu")
		b.ReportMetric(s.megabytes(), encoding+"-MB")
	}
}

// BenchmarkIngestMemory loads three times the rows, for the memory alone.
func BenchmarkIngestMemory(b *testing.B) {
	rows := size(b, "BENCH_ROWS", 10_000_000)
	var once, thrice series
	for b.Loop() {
		for _, s := range []struct {
			rows int
			into *series
		}{{rows, &once}, {3 * rows, &thrice}} {
			dir := ledgerSpace(b, &ledger{rows: s.rows, encoding: "utf-8"})
			*s.into = append(*s.into, ingestAnew(b, dir))
			if err := os.RemoveAll(dir); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.Logf("%d rows: %v", rows, once)
	b.Logf("%d rows: %v", 3*rows, thrice)
	b.ReportMetric(once.megabytes(), "MB")
	b.ReportMetric(thrice.megabytes()/once.megabytes(), "3x-rows-memory")
	b.ReportMetric(thrice.seconds()/once.seconds(), "3x-rows-time")
}

// memory is the limit that DuckDB gets in ingest. The decoder and the program
// need some on top.
func memory() string {
	if text := os.Getenv("BENCH_MEMORY"); text != "" {
		return text
	}
	return "400MB"
}

// ledgerSpace makes a workspace with a ledger as a snapshot.
func ledgerSpace(tb testing.TB, l *ledger) (dir string) {
	dir = filepath.Join(tb.TempDir(), "space")
	newSpace(tb, dir)
	arrive(tb, dir, l, "2025-12")
	return dir
}

// arrive makes a ledger and takes it as the snapshot of a month. It leaves the
// inbox so that its copy is enough.
func arrive(tb testing.TB, dir string, l *ledger, month string) {
	tb.Helper()
	path := filepath.Join(dir, "inbox", fmt.Sprintf("reskontra_%s.csv", month))
	l.create(tb, path)
	if err := pipeline.Fetch(pipeline.Options{Dir: dir, Date: clock}); err != nil {
		tb.Fatal(err)
	}
	if err := os.Remove(path); err != nil {
		tb.Fatal(err)
	}
}

// ingestAnew loads everything there is, into a new working file.
func ingestAnew(tb testing.TB, dir string) result {
	tb.Helper()
	working := filepath.Join(dir, "state", "tresektor.duckdb")
	if err := os.Remove(working); err != nil && !os.IsNotExist(err) {
		tb.Fatal(err)
	}
	return run(tb, job{Name: "ingest", Dir: dir, Memory: memory()})
}
