package pipeline

import (
	"bytes"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"tresektor/data"
	"tresektor/pipeline/edition"
	"tresektor/pipeline/protect"
	"tresektor/pipeline/workspace"
)

// A nation is people in every kommun and seven areas, in so many years: nearly
// all with the kommun itself, and a few here and there with others.
type nation struct {
	years  int
	random *rand.Rand
}

const nationMeasure = `id: folk
label: {sv: Människor, en: People}
unit: {sv: människor, en: people}
population: {sv: Alla., en: All.}
numerator: {sv: Människor., en: People.}
denominator: {sv: Alla människor., en: All people.}
kind: people
base: all
place_basis: service
period_basis: counting_day
price_basis: none
vat: none
reference: {kind: stock, day: '10-15'}
dimensions: [place, area]
summable: [place, area]
decimals: 0
coverage_minimum: 0
protect: frequency
`

const nationSource = `title: {sv: Folk, en: People}
publisher: {sv: Provet, en: The trial}
licence: CC0 1.0
file: folk_{year}.csv
columns:
  - {name: dag, type: date(YYYY-MM-DD), required: true}
  - {name: kommun, type: code(place), required: true}
  - {name: slag, type: code(area), required: true}
  - {name: orgnr, type: orgnr, required: true}
  - {name: form, type: code(legal_form), required: true}
  - {name: antal, type: integer, required: true}
sums:
  - {column: antal, measures: [folk]}
`

const nationVolume = `select
    line,
    'folk' as measure,
    strftime(dag, '%Y') as period,
    kommun as place,
    slag as area,
    orgnr as provider_id,
    antal as amount,
from source
`

const nationEvidence = `select
    line,
    orgnr as provider_id,
    'legal_form' as attribute,
    form as value,
    dag as observed_date,
from source
`

// files are the workspace of a nation.
func (n nation) files(tb testing.TB) map[string]string {
	tb.Helper()
	files := map[string]string{
		"measure/folk.yaml": nationMeasure, "sources/folk.yaml": nationSource,
		"sources/folk.volume.sql": nationVolume, "sources/folk.evidence.sql": nationEvidence,
	}
	places, areas := codes(tb, "place.csv", ",kommun"), codes(tb, "area.csv", ",vuxenboende,")
	for year := range n.years {
		name := fmt.Sprintf("inbox/folk_%d.csv", 2001+year)
		files[name] = n.year(2001+year, places, areas)
	}
	return files
}

// codes are the codes of a list whose rows have a mark.
func codes(tb testing.TB, list, mark string) (all []string) {
	tb.Helper()
	text, err := fs.ReadFile(data.FS(), list)
	if err != nil {
		tb.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		if strings.Contains(line, mark) {
			code, _, _ := strings.Cut(line, ",")
			all = append(all, code)
		}
	}
	return all
}

func (n nation) year(year int, places, areas []string) string {
	var text strings.Builder
	text.WriteString("dag;kommun;slag;orgnr;form;antal\n")
	for i, place := range places {
		size := 30 + int64(n.random.ExpFloat64()*600)
		for _, area := range areas {
			row := func(form string, prefix, provider int, amount int64) {
				fmt.Fprintf(&text, "%d-10-15;%s;%s;%s;%s;%d\n", year, place, area, numbered(prefix, provider), form, 1+amount)
			}
			row("82", 2120, i, size)
			for _, other := range []struct {
				form             string
				prefix, percent  int
				providers, parts int64
			}{{"49", 5560, 40, 400, 6}, {"61", 8020, 15, 150, 20}, {"72", 8024, 6, 60, 20}, {"51", 7696, 5, 40, 30}, {"96", 5020, 1, 20, 60}} {
				if n.random.IntN(100) < other.percent {
					row(other.form, other.prefix, int(n.random.Int64N(other.providers)), int64(n.random.ExpFloat64()*float64(size/other.parts)))
				}
			}
		}
	}
	return text.String()
}

// numbered is an organisation number with its check digit.
func numbered(prefix, n int) string {
	digits, sum := fmt.Sprintf("%04d%05d", prefix, n), 0
	for i, d := range digits {
		doubled := int(d-'0') * (2 - i%2)
		sum += doubled/10 + doubled%10
	}
	return fmt.Sprintf("%s-%s%d", digits[:6], digits[6:], (10-sum%10)%10)
}

// makeSpace makes a workspace of files by path.
func makeSpace(tb testing.TB, dir string, files map[string]string) {
	tb.Helper()
	if err := workspace.Init(dir, false); err != nil {
		tb.Fatal(err)
	}
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			tb.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			tb.Fatal(err)
		}
	}
}

// space makes the workspace of a nation and builds it.
func (n nation) space(tb testing.TB) *session {
	tb.Helper()
	dir := filepath.Join(tb.TempDir(), "nation")
	makeSpace(tb, dir, n.files(tb))
	o := Options{Dir: dir, Date: time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)}
	if err := Fetch(o); err != nil {
		tb.Fatal(err)
	}
	if _, err := Ingest(tb.Context(), o); err != nil {
		tb.Fatal(err)
	}
	if err := Build(tb.Context(), o); err != nil {
		tb.Fatal(err)
	}
	s, err := open(o)
	if err == nil {
		err = s.openWarehouse(tb.Context())
	}
	if err == nil {
		_, err = s.check(tb.Context()) // the gates are published
	}
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { s.close() })
	return s
}

// A shield is what protecting and attacking a nation took and found.
type shield struct {
	protected, attacked step
	cells, primary      int
	closed              int
	findings            []Finding
}

// A step is how long something took, on the wall and of processors, the most memory of
// the process while it did, and how much of it came on top of what there was.
type step struct {
	time, processor time.Duration
	most, more      int64
}

// measured runs f.
func measured(tb testing.TB, f func() error) step {
	tb.Helper()
	debug.FreeOSMemory()
	before, reset := resident(tb, "VmRSS:"), os.WriteFile("/proc/self/clear_refs", []byte("5"), 0o200)
	start, used := time.Now(), processor(tb)
	if err := f(); err != nil {
		tb.Fatal(err)
	}
	took := step{time: time.Since(start), processor: processor(tb) - used}
	if reset == nil {
		took.most = resident(tb, "VmHWM:")
		took.more = took.most - before
	}
	return took
}

// processor is how long the process has had processors.
func processor(tb testing.TB) time.Duration {
	tb.Helper()
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		tb.Fatal(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

// resident is what the process has, or the most that it has had since that was reset.
func resident(tb testing.TB, which string) int64 {
	tb.Helper()
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		tb.Fatal(err)
	}
	_, rest, _ := bytes.Cut(status, []byte(which))
	kilobytes, err := strconv.ParseInt(strings.Fields(string(rest))[0], 10, 64)
	if err != nil {
		tb.Fatal(err)
	}
	return kilobytes * 1024
}

// shielded protects a nation and attacks what is written of it.
func shielded(tb testing.TB, s *session) (result shield) {
	tb.Helper()
	unprotected, err := s.tables(tb.Context(), nil)
	if err != nil {
		tb.Fatal(err)
	}
	tables := unprotected
	result.protected = measured(tb, func() (err error) {
		tables, err = s.protect(tb.Context(), unprotected)
		return err
	})
	candidate, err := edition.NewCandidate(s.editions())
	if err != nil {
		tb.Fatal(err)
	}
	defer candidate.Discard()
	if err := writeTables(candidate, tables); err != nil {
		tb.Fatal(err)
	}
	result.attacked = measured(tb, func() (err error) {
		result.findings, err = s.attack(candidate.Folder(), s.attackable(unprotected))
		return err
	})
	for _, each := range s.shown.periods {
		result.cells += len(each.totals)
		for c, state := range each.pattern.States {
			if each.pattern.Primary[c] {
				result.primary++
			}
			if state != protect.Open {
				result.closed++
			}
		}
	}
	return result
}

// BenchmarkNation protects 25 years of a nation and attacks what is published of
// it; BENCH_YEARS is another number of them.
func BenchmarkNation(b *testing.B) {
	years := 25
	if text := os.Getenv("BENCH_YEARS"); text != "" {
		var err error
		if years, err = strconv.Atoi(text); err != nil {
			b.Fatal(err)
		}
	}
	s := nation{years: years, random: rand.New(rand.NewPCG(7, 8))}.space(b)
	for b.Loop() {
		s.shown = nil
		r := shielded(b, s)
		if len(r.findings) > 0 {
			b.Errorf("%+v", r.findings)
		}
		b.Logf("%d years, %d cells, %d with small numbers, %d closed", years, r.cells, r.primary, r.closed)
		b.ReportMetric(r.protected.time.Seconds(), "s-protect")
		b.ReportMetric(float64(r.protected.more)/1e6, "MB-protect")
		b.ReportMetric(r.protected.processor.Seconds(), "cpu-s-protect")
		b.ReportMetric(r.attacked.time.Seconds(), "s-attack")
		b.ReportMetric(r.attacked.processor.Seconds(), "cpu-s-attack")
		b.ReportMetric(float64(r.attacked.more)/1e6, "MB-attack")
		b.Logf("most memory of the process: %d MB protecting, %d MB attacking", r.protected.most/1e6, r.attacked.most/1e6)
	}
}

// TestANationIsProtected: the benchmark measures what is protected in truth.
func TestANationIsProtected(t *testing.T) {
	s := nation{years: 1, random: rand.New(rand.NewPCG(7, 8))}.space(t)
	r := shielded(t, s)
	if r.primary == 0 || r.closed <= r.primary || r.cells < 2000 || len(r.findings) > 0 {
		t.Errorf("%d cells, %d with small numbers, %d closed, found %+v", r.cells, r.primary, r.closed, r.findings)
	}
}
