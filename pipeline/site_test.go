package pipeline

import (
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"tresektor/pipeline/edition"
)

// siteJobVariable names the file of a siteJob, in the environment of the process
// that builds a site alone: this test binary, running BenchmarkSite.
const siteJobVariable = "TRESEKTOR_SITE_JOB"

// A siteJob is what that process is told, and what it tells.
type siteJob struct {
	Dir           string // the workspace
	Folder        string // where the tables have been written
	Tables, Cubes []edition.Table

	Site               string // where the site has been written
	Seconds, Processor float64
	Memory             int64 // the most that the process has had, itself: what its parent had counts as a child's too
}

func (j siteJob) write(path string) error {
	text, err := json.Marshal(j)
	if err == nil {
		err = os.WriteFile(path, text, 0o644)
	}
	return err
}

func readSiteJob(path string) (j siteJob, err error) {
	text, err := os.ReadFile(path)
	if err == nil {
		err = json.Unmarshal(text, &j)
	}
	return j, err
}

// buildSite builds the site alone, from what has been written.
func buildSite(tb testing.TB, path string) {
	tb.Helper()
	j, err := readSiteJob(path)
	if err != nil {
		tb.Fatal(err)
	}
	s, err := open(countryOptions(j.Dir))
	if err != nil {
		tb.Fatal(err)
	}
	defer s.close()
	cards, err := readCards(filepath.Split(j.Folder))
	if err != nil {
		tb.Fatal(err)
	}
	candidate, err := edition.NewCandidate(filepath.Join(filepath.Dir(path), "site"))
	if err != nil {
		tb.Fatal(err)
	}
	j.Site = candidate.Folder()
	entries, err := os.ReadDir(filepath.Join(j.Folder, "tables"))
	if err != nil {
		tb.Fatal(err)
	}
	for _, entry := range entries { // so that pages lead to the tables, which are where they are
		if err := candidate.Write("tables/"+entry.Name(), func(io.Writer) error { return nil }); err != nil {
			tb.Fatal(err)
		}
	}
	start, used := time.Now(), processor(tb)
	if err := s.writeSite(candidate, tableFolder{folder: j.Folder, tables: j.Tables, cubes: j.Cubes}, cards); err != nil {
		tb.Fatal(err)
	}
	j.Seconds, j.Processor, j.Memory = time.Since(start).Seconds(), (processor(tb) - used).Seconds(), resident(tb, "VmHWM:")
	if err := j.write(path); err != nil {
		tb.Fatal(err)
	}
}

func countryOptions(dir string) Options {
	return Options{Dir: dir, Date: time.Date(2050, 11, 22, 0, 0, 0, 0, time.UTC)}
}

// siteAlone runs buildSite in a process of its own.
func siteAlone(tb testing.TB, path string) siteJob {
	tb.Helper()
	self, err := os.Executable()
	if err != nil {
		tb.Fatal(err)
	}
	child := exec.CommandContext(tb.Context(), self, "-test.run=^$", "-test.bench=^BenchmarkSite$", "-test.benchtime=1x", "-test.timeout=0")
	child.Env = append(os.Environ(), siteJobVariable+"="+path)
	if profile := os.Getenv("BENCH_SITE_PROFILE"); profile != "" {
		child.Args = append(child.Args, "-test.cpuprofile="+profile+".cpu", "-test.memprofile="+profile+".mem")
	}
	if out, err := child.CombinedOutput(); err != nil {
		tb.Fatalf("%v: %s", err, out)
	}
	j, err := readSiteJob(path)
	if err != nil {
		tb.Fatal(err)
	}
	return j
}

// BenchmarkSite builds the whole site of a country: all kommuner (BENCH_KOMMUNER),
// 25 years (BENCH_YEARS), 60,000 organisations (BENCH_ORGANISATIONS).
func BenchmarkSite(b *testing.B) {
	if path := os.Getenv(siteJobVariable); path != "" {
		buildSite(b, path)
		return
	}
	c := country{sized(b, "BENCH_KOMMUNER", 290), sized(b, "BENCH_YEARS", 25), sized(b, "BENCH_ORGANISATIONS", 60_000)}
	path := c.job(b)
	for b.Loop() {
		built := siteAlone(b, path)
		b.Logf("%+v: %.1f s, %.1f s of processor time, %d MB", c, built.Seconds, built.Processor, built.Memory/1e6)
		for _, part := range siteParts(b, built.Site) {
			b.Log(part)
		}
		b.ReportMetric(built.Seconds, "s-site")
		b.ReportMetric(built.Processor, "cpu-s-site")
		b.ReportMetric(float64(built.Memory)/1e6, "MB-site")
	}
}

func sized(tb testing.TB, name string, otherwise int) int {
	tb.Helper()
	text := os.Getenv(name)
	if text == "" {
		return otherwise
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 {
		tb.Fatalf("%s: %q is not a number", name, text)
	}
	return n
}

// job makes a country, publishes its tables and says where they are.
func (c country) job(tb testing.TB) (path string) {
	tb.Helper()
	dir := filepath.Join(tb.TempDir(), "country")
	o := countryOptions(dir)
	makeSpace(tb, dir, c.files(tb))
	var s *session
	var cards []Card
	var tables []edition.Table
	var job siteJob
	for _, part := range []struct {
		name string
		do   func() error
	}{
		{"ingest", func() error {
			if err := Fetch(o); err != nil {
				return err
			}
			_, err := Ingest(tb.Context(), o)
			return err
		}},
		{"build", func() error { return Build(tb.Context(), o) }},
		{"check and cards", func() (err error) {
			if s, err = open(o); err != nil {
				return err
			}
			if err = s.openWarehouse(tb.Context()); err != nil {
				return err
			}
			if err = s.substituteAndBuild(tb.Context()); err != nil {
				return err
			}
			if _, err = s.check(tb.Context()); err != nil {
				return err
			}
			cards, err = s.headline(tb.Context())
			return err
		}},
		{"tables", func() (err error) {
			tables, _, err = s.publishedTables(tb.Context(), nil)
			return err
		}},
		{"write tables", func() error {
			candidate, err := edition.NewCandidate(filepath.Join(filepath.Dir(dir), "data"))
			if err != nil {
				return err
			}
			for _, t := range tables {
				if len(t.Rows) > 10_000 {
					tb.Logf("%s: %d rows", t.Name, len(t.Rows))
				}
			}
			folder, err := s.writeData(candidate, tables, cards)
			job = siteJob{Dir: dir, Folder: folder.folder, Tables: folder.tables, Cubes: folder.cubes}
			return err
		}},
	} {
		took := measured(tb, part.do)
		tb.Logf("%s: %.1f s, %.1f s of processor time, at most %d MB", part.name, took.time.Seconds(), took.processor.Seconds(), took.most/1e6)
	}
	if err := s.close(); err != nil {
		tb.Fatal(err)
	}
	path = filepath.Join(filepath.Dir(dir), "job.json")
	if err := job.write(path); err != nil {
		tb.Fatal(err)
	}
	return path
}

// A sitePart is some files of a site: how many, what they weigh, and how long it took
// until each was there after the one before.
type sitePart struct {
	name                   string
	files, bytes, packed   int64
	largest, largestPacked int64
	heaviest               string // the file that is the largest when it is packed
	took                   time.Duration
}

func (p sitePart) String() string {
	return fmt.Sprintf("%s: %.1f s, %d files of %d bytes, packed %d; the largest %d, packed %d: %s",
		p.name, p.took.Seconds(), p.files, p.bytes, p.packed, p.largest, p.largestPacked, p.heaviest)
}

func (p *sitePart) add(path string, text []byte, took time.Duration) {
	bytes, packed := int64(len(text)), packedSize(text)
	p.files, p.bytes, p.packed, p.took = p.files+1, p.bytes+bytes, p.packed+packed, p.took+took
	if packed > p.largestPacked {
		p.heaviest, p.largestPacked = path, packed
	}
	p.largest = max(p.largest, bytes)
}

// siteParts are all of a site, its folders, and the pages beside them; what has no
// bytes only stands for a table.
func siteParts(tb testing.TB, folder string) []*sitePart {
	tb.Helper()
	parts := []*sitePart{{name: "all"}}
	part := func(name string) *sitePart {
		i := slices.IndexFunc(parts, func(p *sitePart) bool { return p.name == name })
		if i < 0 {
			i, parts = len(parts), append(parts, &sitePart{name: name})
		}
		return parts[i]
	}
	var before time.Time
	for _, f := range inOrderOfTime(tb, folder) {
		text, err := os.ReadFile(filepath.Join(folder, f.path))
		if err != nil {
			tb.Fatal(err)
		}
		took := f.time.Sub(before)
		if before = f.time; len(text) == 0 {
			continue
		}
		name, _, isInFolder := strings.Cut(f.path, "/")
		if !isInFolder {
			name = "pages"
		}
		part(name).add(f.path, text, took)
		part("all").add(f.path, text, took)
	}
	return parts
}

type timedFile struct {
	path string
	time time.Time
}

func inOrderOfTime(tb testing.TB, folder string) (files []timedFile) {
	tb.Helper()
	err := fs.WalkDir(os.DirFS(folder), ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		info, err := entry.Info()
		if err == nil {
			files = append(files, timedFile{path, info.ModTime()})
		}
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	slices.SortFunc(files, func(a, b timedFile) int { return a.time.Compare(b.time) })
	return files
}

// packedSize is how much a web server sends of a text.
func packedSize(text []byte) int64 {
	n := countingWriter(0)
	packer := gzip.NewWriter(&n)
	packer.Write(text)
	packer.Close()
	return int64(n)
}

type countingWriter int64

func (c *countingWriter) Write(p []byte) (int, error) {
	*c += countingWriter(len(p))
	return len(p), nil
}

// TestASiteIsBuiltInAProcessOfItsOwn: of a small country, all that the benchmark
// measures is there.
func TestASiteIsBuiltInAProcessOfItsOwn(t *testing.T) {
	path := country{kommuner: 3, years: 2, organisations: 300}.job(t)
	built := siteAlone(t, path)
	for _, name := range []string{
		"index.html", "en.html", "explore.html", "lookup.html", "figures.html", "definitions.html", "agreements.html", "sources.html", "quality.html",
		"data.html", "press.html", "card-alla-snav.html", "index.json", "catalog.rdf", "chart/alla-snav-time.sv.svg", "press/preview.sv.png",
	} {
		if info, err := os.Stat(filepath.Join(built.Site, name)); err != nil || info.Size() == 0 {
			t.Errorf("%s: %v", name, err)
		}
	}
}
