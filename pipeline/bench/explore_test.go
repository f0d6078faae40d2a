package bench

import (
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/site/explore"
)

// exploreData writes the data of the page Explore for a measure of national
// size: every kommun, län and Sweden in 25 periods, 12 areas and 7 definitions.
// File is the kind of its amounts; rows are made as they are written.
func exploreData(_ context.Context, j job) (result, error) {
	return timed(func() error {
		candidate, err := edition.NewCandidate(j.Dir)
		if err != nil {
			return err
		}
		shards := explore.NewShards(candidate.Write)
		if err := national(j.File, j.Rows, shards.Add); err != nil {
			return err
		}
		contents, err := shards.Close()
		if err != nil {
			return err
		}
		kinds := explore.NewKinds(candidate.Write, contents)
		if err := nationalKinds(j.File, j.Rows, kinds.Add); err != nil {
			return err
		}
		return kinds.Close()
	})
}

// nationalKinds divides every idéburen amount of national between six kinds.
func nationalKinds(kind string, places int, do func(explore.Row) error) error {
	return national(kind, places, func(r explore.Row) error {
		if r.Sector != "ideburen" {
			return nil
		}
		const kinds = 6
		of := func(n int64) *int64 { return &n }
		r.Sector, r.Low, r.High = "", nil, nil
		left := *r.Amount
		for n := range kinds {
			some := left / 2
			if n == kinds-1 {
				some = left
			}
			left -= some
			r.Kind, r.Amount = "kind_"+strconv.Itoa(n), of(some)
			r.Share = of(some * 1_000_000 / max(1, *r.Total)) // near enough for a size
			if err := do(r); err != nil {
				return err
			}
		}
		return nil
	})
}

// national gives the rows of so many places, in the order of the table share.
func national(kind string, places int, do func(explore.Row) error) error {
	for _, definition := range []string{"bred", "kriterier", "motpart", "registrerad", "scb-hio", "snav", "uppgiven"} {
		for year := range 25 {
			for place := range places {
				for area := range 12 {
					seed := uint64(year)<<32 | uint64(place)<<8 | uint64(area)
					rows := nationalCell(kind, rand.New(rand.NewPCG(seed, uint64(len(definition)))))
					for _, r := range rows {
						r.Definition, r.Measure, r.Agreement = definition, "nationellt", "none"
						r.Period, r.Place, r.Area = strconv.Itoa(2000+year), strconv.Itoa(1000+place), "area_"+strconv.Itoa(10+area)
						if err := do(r); err != nil {
							return err
						}
					}
				}
			}
		}
	}
	return nil
}

// nationalCell is a cell with amounts as skewed as those of kommuner; one in
// fourteen has amounts that its source suppressed.
func nationalCell(kind string, random *rand.Rand) (rows [5]explore.Row) {
	size := int64(1) << (6 + random.IntN(9))
	if kind == "kronor" {
		size *= 12_345_678 // öre
	}
	amounts := [5]int64{random.Int64N(20 * size), random.Int64N(3 * size), random.Int64N(size), 0, random.Int64N(1 + size/20)}
	suppressed := int64(0)
	if random.IntN(14) == 0 {
		suppressed = random.Int64N(5000)
	}
	total := amounts[0] + amounts[1] + amounts[2] + amounts[3] + amounts[4]
	of := func(n int64) *int64 { return &n }
	share := func(part int64) int64 {
		if total == 0 {
			return 0
		}
		return int64((float64(part)/float64(total))*1e6 + 0.5) // near enough for a size
	}
	for i, sector := range explore.Sectors() {
		rows[i] = explore.Row{Sector: sector, Amount: of(amounts[i]), Total: of(total), Share: of(share(amounts[i]))}
		if i < 3 {
			most := share(amounts[i] + amounts[4])
			rows[i].Low, rows[i].High = of(max(0, *rows[i].Share-suppressed)), of(most+suppressed)
		}
	}
	return rows
}

// BenchmarkExplore writes the data of the page Explore at national size, for
// pupils and for kronor with öre.
func BenchmarkExplore(b *testing.B) {
	places := size(b, "BENCH_PLACES", 312)
	for _, kind := range []string{"elever", "kronor"} {
		b.Run(kind, func(b *testing.B) {
			var runs series
			var found, kinds written
			for b.Loop() {
				dir := b.TempDir()
				runs = append(runs, run(b, job{Name: "explore", Dir: dir, File: kind, Rows: places}))
				found, kinds = inFolder(b, dir, false), inFolder(b, dir, true)
			}
			b.Logf("%d rows: %v", places*25*12*7*5, runs)
			b.Logf("shares: %v", found)
			b.Logf("kinds: %v", kinds)
			b.ReportMetric(runs.megabytes(), "MB")
			b.ReportMetric(float64(found.largestPacked)/1000, "kB-largest-packed")
		})
	}
}

// written are the files of a folder, in bytes.
type written struct{ files, bytes, packed, largest, largestPacked int64 }

func (w written) String() string {
	return fmt.Sprintf("%d files of %d bytes, packed %d; the largest %d, packed %d", w.files, w.bytes, w.packed, w.largest, w.largestPacked)
}

// inFolder is what a folder has of shares, or of kinds.
func inFolder(tb testing.TB, dir string, isKinds bool) (w written) {
	tb.Helper()
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || strings.HasPrefix(entry.Name(), "kind-") != isKinds {
			return err
		}
		text, err := os.ReadFile(path)
		packed := packedSize(text)
		w.files, w.bytes, w.packed = w.files+1, w.bytes+int64(len(text)), w.packed+packed
		w.largest, w.largestPacked = max(w.largest, int64(len(text))), max(w.largestPacked, packed)
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	return w
}

// packedSize is how much a web server sends of a text.
func packedSize(text []byte) int64 {
	var n counter
	packer := gzip.NewWriter(&n)
	packer.Write(text)
	packer.Close()
	return int64(n)
}

// A counter counts what is written to it.
type counter int64

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}

var _ io.Writer = (*counter)(nil)

// TestExploreDataStaysSmall writes a tenth of the places: every file is small
// enough to be loaded at once, and there are as many as there should be.
func TestExploreDataStaysSmall(t *testing.T) {
	for _, kind := range []string{"elever", "kronor"} {
		dir := t.TempDir()
		if _, err := exploreData(t.Context(), job{Dir: dir, File: kind, Rows: 31}); err != nil {
			t.Fatal(err)
		}
		for _, isKinds := range []bool{false, true} {
			if w := inFolder(t, dir, isKinds); w.files != 7*12 || w.largestPacked > 30_000 {
				t.Errorf("%s: %v", kind, w)
			}
		}
	}
}
