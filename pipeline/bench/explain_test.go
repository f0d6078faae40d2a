package bench

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"tresektor/pipeline"
)

// explainProvider and explainCell answer from the trace of the edition, in
// words, as the command does.
func explainProvider(ctx context.Context, j job) (result, error) {
	return timed(func() error {
		e, err := pipeline.ExplainProvider(ctx, pipeline.Options{Dir: j.Dir, Date: clock}, "", j.File)
		e.Text("sv")
		return err
	})
}

func explainCell(ctx context.Context, j job) (result, error) {
	return timed(func() error {
		c := pipeline.Cell{Period: j.File, Agreement: "okand", Definition: "snav"}
		e, err := pipeline.ExplainCell(ctx, pipeline.Options{Dir: j.Dir, Date: clock}, "", c)
		if err == nil && len(e.Sectors) != 5 {
			err = errors.New("the cell has no numbers")
		}
		e.Text("sv")
		return err
	})
}

// BenchmarkExplain asks an edition of 1 million volume rows in 12 loads: a
// provider with rows in all of them, a cell of one month, and the worst there
// is, a cell with every row.
func BenchmarkExplain(b *testing.B) {
	rows := size(b, "BENCH_EXPLAIN", 1_000_000)
	monthly, _ := explainSpace(b, rows, "%Y-%m")
	yearly, largest := explainSpace(b, rows, "%Y")
	var provider, month, year series
	for b.Loop() {
		for range size(b, "BENCH_RUNS", 3) {
			provider = append(provider, run(b, job{Name: "explain provider", Dir: monthly, File: largest}))
			month = append(month, run(b, job{Name: "explain cell", Dir: monthly, File: "2025-06"}))
			year = append(year, run(b, job{Name: "explain cell", Dir: yearly, File: "2025"}))
		}
	}
	b.Logf("%d rows in 12 loads, a provider: %v", rows, provider)
	b.Logf("a cell of one load: %v", month)
	b.Logf("a cell of all loads: %v", year)
	b.ReportMetric(provider.seconds(), "s-provider")
	b.ReportMetric(month.seconds(), "s-cell")
	b.ReportMetric(year.seconds(), "s-largest-cell")
}

// legalFormSQL makes every supplier of the last row a company, so that a
// definition has something to say.
const legalFormSQL = `
union all

select
    source.line,
    source.leverantor_id as provider_id,
    'legal_form' as attribute,
    '49' as value,
    source.datum as observed_date,
from source
join last using (line)
`

// explainSpace makes an edition of so many volume rows in 12 months, counted
// by a period, and names its first supplier. Half of a ledger's rows count.
func explainSpace(tb testing.TB, rows int, period string) (dir, supplier string) {
	tb.Helper()
	dir = filepath.Join(tb.TempDir(), "space")
	newSpace(tb, dir)
	write(tb, filepath.Join(dir, "sources", "reskontra.volume.sql"), strings.Replace(volumeSQL, "%Y-%m", period, 1))
	write(tb, filepath.Join(dir, "sources", "reskontra.evidence.sql"), evidenceSQL+legalFormSQL)
	for i := range 12 {
		arrive(tb, dir, monthly(rows/6, 36+i), month(36+i))
	}
	run(tb, job{Name: "refresh", Dir: dir})
	_, numbers := (&ledger{}).suppliers(first())
	return dir, string(numbers[0])
}

// Twelve loads make one cell, and their rows sum to what is published.
func TestExplainSumsTwelveLoads(t *testing.T) {
	dir, _ := explainSpace(t, 6000, "%Y")
	o := pipeline.Options{Dir: dir, Date: clock}
	cell, err := pipeline.ExplainCell(t.Context(), o, "", pipeline.Cell{Agreement: "okand", Definition: "snav", Sector: "private"})
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]bool{}
	for _, p := range cell.Sectors[0].Providers {
		for _, f := range p.Files {
			files[f.SHA256] = true
		}
	}
	if len(files) != 12 {
		t.Errorf("the cell stands on %d files, not on 12", len(files))
	}
	largest := cell.Sectors[0].Providers[0]
	provider, err := pipeline.ExplainProvider(t.Context(), o, "", largest.Provider)
	if err != nil || len(provider.Volumes) == 0 {
		t.Errorf("%d volumes of %s (%v)", len(provider.Volumes), largest.Provider, err)
	}
}
