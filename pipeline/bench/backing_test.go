package bench

import (
	"context"
	"errors"
	"testing"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/site/explore"
	"tresektor/queries"
)

// backing finds who is behind every share, holds it as a published table is held,
// and writes it for the page Explore.
func backing(ctx context.Context, j job) (r result, err error) {
	w, err := volumeFile(ctx, j)
	if err != nil {
		return r, err
	}
	defer func() { err = errors.Join(err, w.Close()) }()
	relation, err := queries.Published("share_backing")
	if err != nil {
		return r, err
	}
	count := 0
	r, err = timed(func() error {
		rows, err := w.Query(ctx, relation.SQL)
		if err != nil {
			return err
		}
		defer rows.Close()
		var table [][]any
		seen := map[any]any{} // each text once, as the program holds a table
		for rows.Next() {
			cells, into := make([]any, 9), make([]any, 9)
			for i := range cells {
				into[i] = &cells[i]
			}
			if err := rows.Scan(into...); err != nil {
				return err
			}
			for i, cell := range cells {
				if _, isKnown := seen[cell]; !isKnown {
					seen[cell] = cell
				}
				cells[i] = seen[cell]
			}
			table = append(table, cells)
		}
		count = len(table)
		return errors.Join(rows.Err(), writeBehind(j.File, table))
	})
	r.Steps = map[string]float64{"rows": float64(count)}
	return r, err
}

// writeBehind writes rows of share_backing as the page Explore reads them.
func writeBehind(dir string, table [][]any) error {
	candidate, err := edition.NewCandidate(dir)
	if err != nil {
		return err
	}
	at, named := map[string]int{}, []explore.Named{}
	for _, row := range table {
		if id := row[4].(string); at[id] == 0 {
			named = append(named, explore.Named{Part: id[3:], Name: row[8].(string), Number: id[3:]})
			at[id] = len(named)
		}
	}
	contents := []*explore.Content{{Measure: "vard", Backing: map[string]explore.Backed{}}}
	out, err := explore.NewBacking(candidate.Write, contents, named)
	if err != nil {
		return err
	}
	for _, row := range table {
		text := func(i int) string { return row[i].(string) }
		if err := out.Add(explore.Behind{
			Measure: text(0), Place: text(1), Area: text(2), Agreement: text(3), Organisation: at[text(4)] - 1,
			First: text(5), Last: text(6), Definitions: text(7),
		}); err != nil {
			return err
		}
	}
	return out.Close()
}

// BenchmarkBacking finds and writes who is behind the shares of 60,000
// organisations in 25 years.
func BenchmarkBacking(b *testing.B) {
	dir := volumeSpace(b, size(b, "BENCH_VOLUME", 5_000_000))
	run(b, job{Name: "share", Dir: dir, Memory: "2GB"})
	var runs series
	for b.Loop() {
		for range size(b, "BENCH_RUNS", 3) {
			runs = append(runs, run(b, job{Name: "backing", Dir: dir, File: b.TempDir(), Memory: "400MB"}))
		}
	}
	out := b.TempDir()
	runs = append(runs, run(b, job{Name: "backing", Dir: dir, File: out, Memory: "400MB"}))
	b.Logf("%v", runs)
	b.Logf("%.0f rows", runs[0].Steps["rows"])
	b.Logf("%v", inFolder(b, out, false))
	b.ReportMetric(runs.cpu(), "cpu-s")
	b.ReportMetric(runs.megabytes(), "MB")
}

// TestBackingOfGeneratedVolume: somebody is behind the shares that are made up for
// the benchmark.
func TestBackingOfGeneratedVolume(t *testing.T) {
	dir, out := volumeSpace(t, 50_000), t.TempDir()
	run(t, job{Name: "share", Dir: dir})
	run(t, job{Name: "backing", Dir: dir, File: out})
	if w := inFolder(t, out, false); w.files < 20 || w.largestPacked > 100_000 {
		t.Errorf("%v", w)
	}
}
