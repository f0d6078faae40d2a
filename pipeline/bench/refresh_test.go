package bench

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"tresektor/pipeline"
)

// refresh does everything there is to do in a workspace.
func refresh(ctx context.Context, j job) (result, error) {
	return timed(func() error {
		_, err := pipeline.Refresh(ctx, pipeline.Options{Dir: j.Dir, Date: clock, Memory: j.Memory})
		return err
	})
}

// steps is refresh with the time of each step.
func steps(ctx context.Context, j job) (r result, err error) {
	o := pipeline.Options{Dir: j.Dir, Date: clock, Memory: j.Memory}
	r.Steps = map[string]float64{}
	for _, step := range []struct {
		name string
		run  func() error
	}{
		{"ingest", func() error { _, err := pipeline.Ingest(ctx, o); return err }},
		{"build", func() error { return pipeline.Build(ctx, o) }},
		{"publish", func() error { _, err := pipeline.Publish(ctx, o); return err }},
	} {
		s, err := timed(step.run)
		if err != nil {
			return r, fmt.Errorf("%s: %w", step.name, err)
		}
		r.Steps[step.name] = s.Seconds
		r.Seconds += s.Seconds
		r.CPU += s.CPU
	}
	return r, nil
}

// BenchmarkRefresh adds a month to two years of months and compares that with
// loading the month alone. Then it refreshes with nothing new.
func BenchmarkRefresh(b *testing.B) {
	rows, months := size(b, "BENCH_MONTH_ROWS", 100_000), size(b, "BENCH_MONTHS", 24)
	dir := filepath.Join(b.TempDir(), "space")
	newSpace(b, dir)
	for i := range months {
		arrive(b, dir, monthly(rows, i), month(i))
	}
	first := run(b, job{Name: "refresh", Dir: dir})
	var alone, added, quiet series
	for b.Loop() {
		for n := range size(b, "BENCH_RUNS", 3) {
			single := filepath.Join(b.TempDir(), "single")
			newSpace(b, single)
			arrive(b, single, monthly(rows, months+n), month(months+n))
			alone = append(alone, run(b, job{Name: "steps", Dir: single}))
			arrive(b, dir, monthly(rows, months+n), month(months+n))
			added = append(added, run(b, job{Name: "steps", Dir: dir}))
			quiet = append(quiet, run(b, job{Name: "refresh", Dir: dir}))
			if err := os.RemoveAll(single); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.Logf("%d months of %d rows, all of them new: %.2f s", months, rows, first.Seconds)
	b.Logf("a month alone: %v; %s", alone, alone[0].slowest())
	b.Logf("one more month: %v; %s", added, added[0].slowest())
	b.Logf("nothing new: %v", quiet)
	ingested := func(r result) float64 { return r.Steps["ingest"] }
	b.ReportMetric(added.median(ingested)/alone.median(ingested), "ingest/alone")
	b.ReportMetric(added.seconds()/alone.seconds(), "refresh/alone")
	b.ReportMetric(quiet.seconds(), "s-nothing-new")
}

func month(i int) string { return fmt.Sprintf("%d-%02d", 2022+i/12, 1+i%12) }

func monthly(rows, i int) *ledger {
	return &ledger{rows: rows, encoding: "utf-8", month: month(i), seed: uint64(i)}
}

// One more month is one more load; the edition has all months, and a refresh
// with nothing new makes no other.
func TestRefreshAddsOneMonth(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "space")
	newSpace(t, dir)
	o := pipeline.Options{Dir: dir, Date: clock}
	for i := range 3 {
		arrive(t, dir, monthly(2000, i), month(i))
		report, err := pipeline.Refresh(t.Context(), o)
		if err != nil {
			t.Fatal(err)
		}
		if len(report.Loads) != i+1 || !report.New {
			t.Errorf("month %d: %d loads, new edition: %v", i+1, len(report.Loads), report.New)
		}
	}
	if report, err := pipeline.Refresh(t.Context(), o); err != nil || report.New {
		t.Errorf("nothing new, but new edition: %v (%v)", report.New, err)
	}
}
