package bench

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"tresektor/pipeline/warehouse"
	"tresektor/queries"
)

// The volume: 60,000 providers, a few of them much larger than the rest, each
// in few places and areas; 25 years, which arrive year by year, 12 areas and
// 21 regioner. One row in fifty is a credit note.
const years = 25

const measureYAML = `id: vard
label: {sv: Vård, en: Care}
unit: {sv: kronor, en: SEK}
population: {sv: Alla, en: All}
numerator: {sv: Belopp, en: Amounts}
denominator: {sv: Belopp, en: Amounts}
kind: money
base: purchased
place_basis: payer
period_basis: calendar_year
price_basis: current
vat: exkl
reference: {kind: flow}
dimensions: [place, area, agreement]
summable: [place, area, agreement]
decimals: 2
protect: none
`

// volumeSpace makes a workspace whose working file has every list, measure and
// definition, and volume instead of the little ledger that made it.
func volumeSpace(tb testing.TB, rows int) (dir string) {
	dir = filepath.Join(tb.TempDir(), "space")
	newSpace(tb, dir)
	write(tb, filepath.Join(dir, "measure", "vard.yaml"), measureYAML)
	areas := "code,parent,sort,label_sv,label_en,alias,source\nvard,,1000,Vård,Care,,bench\n"
	for i := range 12 {
		areas += fmt.Sprintf("vard_%02d,vard,%d,Vård %d,Care %d,,bench\n", i, 1001+i, i, i)
	}
	write(tb, filepath.Join(dir, "code", "area.csv"), areas)
	arrive(tb, dir, &ledger{rows: 1000, encoding: "utf-8"}, "2025-12")
	run(tb, job{Name: "ingest", Dir: dir})
	run(tb, job{Name: "generate volume", Dir: dir, Rows: rows})
	return dir
}

func volumeFile(ctx context.Context, j job) (*warehouse.Warehouse, error) {
	return warehouse.Open(ctx, filepath.Join(j.Dir, "state", "tresektor.duckdb"), warehouse.Options{Memory: j.Memory})
}

// generateVolume replaces what is loaded.
func generateVolume(ctx context.Context, j job) (r result, err error) {
	w, err := volumeFile(ctx, j)
	if err != nil {
		return r, err
	}
	defer func() { err = errors.Join(err, w.Close()) }()
	for _, table := range []string{"volume", "evidence", "provider", "measure_period", "provider_period", "cell", "provider_cell"} {
		if err := w.Exec(ctx, "delete from "+table); err != nil {
			return r, err
		}
	}
	if err := w.Exec(ctx, generateProviders, suppliers); err != nil {
		return r, err
	}
	if err := w.Exec(ctx, generateEvidence); err != nil {
		return r, err
	}
	for year := range years {
		first := j.Rows / years * year
		if err := w.Exec(ctx, "insert into measure_period values (?, 'vard', ?, null)", year+1, fmt.Sprint(2000+year)); err != nil {
			return r, err
		}
		if err := w.Exec(ctx, generateCells, year+1); err != nil {
			return r, err
		}
		if err := w.Exec(ctx, generateYear, year+1, suppliers, first, first+j.Rows/years); err != nil {
			return r, err
		}
	}
	net := "insert into provider_cell select load_id, cell_key, provider_key, sum(amount), sum(hidden_low), sum(hidden_high), " +
		"sum(hidden_units), sum(open_units) from volume where cell_key // 10000 = ? group by all"
	for year := range years {
		step, err := timed(func() error { return w.Exec(ctx, net, year+1) })
		if err != nil {
			return r, err
		}
		r.Seconds, r.CPU = r.Seconds+step.Seconds, r.CPU+step.CPU
	}
	return r, w.Exec(ctx, "insert into provider_period select distinct load_id, provider_key, period_key from provider_cell join cell using (cell_key)")
}

const generateProviders = `insert into provider
	select i + 1, 'se:' || lpad((5560000000 + i)::varchar, 10, '0') from range(?) t(i)`

const generateEvidence = `insert into evidence by name
	with chosen as (select *, hash(provider_key) as h from provider)
	select 1 as load_id, provider_key as line, 'reskontra' as source, provider_key, attribute, value,
		case when h % 10 = 0 then date '2015-06-01' else date '2020-06-01' end as observed_date
	from (
		select provider_key, h, 'legal_form' as attribute,
			['49', '49', '49', '49', '61', '72', '31', '82', '84', '51', '63', '96'][(h % 12 + 1)::bigint] as value from chosen where h % 20 > 0
		union all
		select provider_key, h, 'owner_control', ['10', '20', '30', '41', '42', '50'][(h // 31 % 6 + 1)::bigint] from chosen where h // 7 % 2 = 0
		union all
		select provider_key, h, 'ownership_claim', ['public', 'nonpublic'][(h // 97 % 2 + 1)::bigint] from chosen where h // 11 % 10 = 0
		union all
		select provider_key, h, 'name', 'Vårdföretaget ' || provider_key from chosen
	)`

const generateCells = `insert into cell
	select $1::integer * 10000 + p * 100 + a * 2 + g as cell_key, $1::integer as period_key,
		['01', '03', '04', '05', '06', '07', '08', '09', '10', '12', '13', '14',
		 '17', '18', '19', '20', '21', '22', '23', '24', '25'][p + 1] as place,
		'vard_' || lpad(a::varchar, 2, '0') as area, ['okand', 'upphandling'][g + 1] as agreement
	from range(21) p(p), range(12) a(a), range(2) g(g)`

// A provider has one home and one area, and a few rows elsewhere.
const generateYear = `insert into volume by name
	with drawn as (
		select i, hash(i) as h, hash(i + 1000000007) as g, $1::integer as period_key, $2::integer as providers
		from range($3::bigint, $4::bigint) t(i)
	),
	placed as (
		select *, (1 + (providers - 1) * pow((h % 1000000) / 1000000.0, 3))::integer as provider_key from drawn
	),
	home as (select *, hash(provider_key) as p from placed)
	select 1 as load_id, i as line,
		(period_key * 10000
			+ (p % 1000 + case when g // 100 % 8 = 0 then g // 1000 % 3 else 0 end) % 21 * 100
			+ (p // 1000 % 1000 + case when g // 7777 % 10 = 0 then g // 99999 % 2 else 0 end) % 12 * 2
			+ case when p // 1000 % 3 = 0 then 1 else 0 end)::integer as cell_key,
		provider_key,
		(case when h // 1000000 % 50 = 0 then -1 else 1 end * (g // 123457 % 2000000)::bigint) as amount,
		0 as hidden_low, 0 as hidden_high, 0 as hidden_units, 0 as open_units
	from home`

// group is the reference: one grouping of the same table.
func group(ctx context.Context, j job) (r result, err error) {
	w, err := volumeFile(ctx, j)
	if err != nil {
		return r, err
	}
	defer func() { err = errors.Join(err, w.Close()) }()
	return timed(func() error {
		_, err := w.Relation(ctx, "reference", "select period_key, place, area, sum(amount) as amount from volume join cell using (cell_key) group by all", false)
		return err
	})
}

// share derives every relation but the checks, times each, and adds up those that
// shares under all definitions are made of.
func share(ctx context.Context, j job) (r result, err error) {
	w, err := volumeFile(ctx, j)
	if err != nil {
		return r, err
	}
	defer func() { err = errors.Join(err, w.Close()) }()
	macros, err := queries.Macros()
	if err != nil {
		return r, err
	}
	// Nobody owns anybody here, and every supplier has a number.
	for _, empty := range []string{
		`owner_majority as select '' as provider_id, '' as majority, false as is_presumed, null::date as first_seen, null::date as last_seen, date '2000-01-01' as from_date, date '2000-01-01' as to_date where false`,
		`owner_majority_reversed as select '' as decision_id, '' as provider_id, '' as majority, false as is_presumed, date '2000-01-01' as from_date, date '2000-01-01' as to_date where false`,
		`link as select '' as provider_id, '' as organisation_id, '' as status where false`,
	} {
		if err := w.Exec(ctx, "create or replace table "+empty); err != nil {
			return r, err
		}
	}
	for _, m := range macros {
		if err := w.Macro(ctx, m.Name, m.Of, m.SQL); err != nil {
			return r, err
		}
	}
	relations, err := queries.All()
	if err != nil {
		return r, err
	}
	counted := behindShare(relations)
	r.Steps = map[string]float64{}
	for _, relation := range relations {
		if relation.Folder == "check" {
			continue
		}
		step, err := timed(func() error {
			_, err := w.Relation(ctx, relation.Name, relation.SQL, relation.View)
			return err
		})
		if err != nil {
			return r, err
		}
		r.Steps[relation.Name] = step.Seconds
		switch {
		case relation.Folder == "change":
			r.Steps["change/"] += step.Seconds
		case counted[relation.Name]:
			r.Seconds += step.Seconds
			r.CPU += step.CPU
		default:
			r.Steps["beside share"] += step.Seconds
		}
	}
	return r, nil
}

// behindShare are share and all relations that it reads, themselves or through
// others, but for the counts of providers, which are measured apart.
func behindShare(relations []queries.Relation) map[string]bool {
	behind := map[string]bool{"share": true}
	for _, r := range slices.Backward(relations) {
		for _, name := range r.In {
			behind[name] = behind[name] || behind[r.Name]
		}
	}
	delete(behind, "cell_provider")
	return behind
}

// BenchmarkShare derives all shares under all definitions and compares it with
// one grouping by period, place and area.
func BenchmarkShare(b *testing.B) {
	rows := size(b, "BENCH_VOLUME", 100_000_000)
	start := time.Now()
	dir := volumeSpace(b, rows)
	b.Logf("%d volume rows made in %.0f s", rows, time.Since(start).Seconds())
	var reference, ours series
	for b.Loop() {
		for range size(b, "BENCH_RUNS", 3) {
			reference = append(reference, run(b, job{Name: "group", Dir: dir, Memory: "2GB"}))
			ours = append(ours, run(b, job{Name: "share", Dir: dir, Memory: "2GB"}))
		}
	}
	b.Logf("group by period, place, area: %v", reference)
	b.Logf("all shares: %v", ours)
	b.Logf("relations: %s", ours[0].slowest())
	b.ReportMetric(ours.seconds()/reference.seconds(), "shares/group")
	b.ReportMetric(ours.cpu()/reference.cpu(), "shares/group-cpu")
	b.ReportMetric(ours.megabytes(), "MB")
}

// slowest lists the steps that take longest.
func (r result) slowest() string {
	var names, list []string
	for name := range r.Steps {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int {
		return int(1e6 * (r.Steps[b] - r.Steps[a]))
	})
	for _, name := range names[:min(12, len(names))] {
		list = append(list, fmt.Sprintf("%s %.2f s", name, r.Steps[name]))
	}
	return strings.Join(list, ", ")
}

// The generated volume is conserved under every definition, and every sector
// has some of it.
func TestSharesOfGeneratedVolumeSumToIt(t *testing.T) {
	dir := volumeSpace(t, 50_000)
	run(t, job{Name: "share", Dir: dir})
	w, err := volumeFile(t.Context(), job{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	var absent, sectors, different int
	err = w.QueryRow(t.Context(), `
		with loaded as (select period_key, sum(amount) as amount from volume join cell using (cell_key) group by all),
		shared as (
			select definition, period_key, sum(amount) as amount from total_pattern join pattern_sector using (pattern_id) semi join definition using (definition)
			join total_cell using (total_key) where place = 'SE' and area = 'vard' and agreement = 'ersattning' group by all
		)
		select (select count(*) from definition) - count(distinct definition), (select count(distinct sector) from cell_sector where amount > 0),
			count(*) filter (shared.amount is distinct from loaded.amount)
		from loaded left join shared using (period_key)`).Scan(&absent, &sectors, &different)
	if err != nil || absent != 0 || sectors != 5 || different != 0 {
		t.Errorf("%d definitions without volume, %d sectors, %d periods with another sum (%v)", absent, sectors, different, err)
	}
}
