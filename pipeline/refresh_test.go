package pipeline_test

import (
	"errors"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tresektor/pipeline"
	"tresektor/pipeline/edition"
)

// files reads every file of the current edition but those that tell it from
// the edition before.
func files(t *testing.T, dir string) map[string]string {
	t.Helper()
	root := filepath.Join(dir, "editions", "current") + "/"
	list := map[string]string{}
	for _, pattern := range []string{"*.html", "*.json", "*.rdf", "tables/*"} {
		names, err := filepath.Glob(root + pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			if !slices.Contains([]string{"manifest.json", "revision.csv", "vintage.csv", "vintage_period.csv"}, filepath.Base(name)) {
				list[name[len(root):]] = read(t, name)
			}
		}
	}
	if len(list) < 8 {
		t.Fatalf("an edition of %d files", len(list))
	}
	return list
}

func TestSameInputsGiveTheSameEdition(t *testing.T) {
	t.Parallel()
	var ids []string
	for _, threads := range []int{1, 8} {
		o := options(exampleWorkspace(t))
		o.Threads = threads
		ids = append(ids, refreshed(t, o).Edition)
	}
	if ids[0] != ids[1] {
		t.Errorf("1 thread made %s, 8 threads %s", ids[0], ids[1])
	}
}

func TestNothingNewMakesNoEdition(t *testing.T) {
	t.Parallel()
	dir := smallWorkspace(t, smallFiles())
	first := refreshed(t, options(dir))
	second := refreshed(t, options(dir))
	if !first.New || second.New || first.Edition != second.Edition {
		t.Errorf("first %v %s, second %v %s", first.New, first.Edition, second.New, second.Edition)
	}
	if len(second.Cards) != len(first.Cards) {
		t.Errorf("%d cards the first time, %d the second", len(first.Cards), len(second.Cards))
	}
}

func TestIncrementalEqualsRebuilt(t *testing.T) {
	t.Parallel()
	dir := smallWorkspace(t, smallFiles())
	refreshed(t, options(dir))
	write(t, filepath.Join(dir, "inbox/prov_2024-02.csv"), smallMonth("2024-02", "50,00", "150,00"))
	refreshed(t, options(dir))
	o := options(dir)
	o.Date = o.Date.AddDate(0, 0, 1)
	write(t, filepath.Join(dir, "inbox/prov_2024-01.csv"), smallMonth("2024-01", "110,00", "300,00"))
	refreshed(t, o)

	atOnce := smallFiles()
	atOnce["inbox/prov_2024-01.csv"] = smallMonth("2024-01", "110,00", "300,00")
	atOnce["inbox/prov_2024-02.csv"] = smallMonth("2024-02", "50,00", "150,00")
	rebuilt := smallWorkspace(t, atOnce)
	o.Dir = rebuilt
	refreshed(t, o)
	want, got := files(t, rebuilt), files(t, dir)
	for name := range want {
		if !tellsOfTheEditionBefore(name) {
			continue
		}
		if strings.HasSuffix(name, ".csv") && want[name] == got[name] && name != "tables/correction.csv" {
			t.Errorf("%s does not tell of the edition before", name)
		}
		delete(want, name)
		delete(got, name)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("rebuilt from nothing (-) and incremental (+) differ:\n%s", diff)
	}
	o.Dir = dir
	if err := os.Remove(filepath.Join(dir, "state/tresektor.duckdb")); err != nil {
		t.Fatal(err)
	}
	if again := refreshed(t, o); again.New {
		t.Error("deleting the working file made an edition, though no input had changed")
	}
}

// tellsOfTheEditionBefore is of files that have the edition before as an input,
// or say how large these are.
func tellsOfTheEditionBefore(name string) bool {
	table, _, _ := strings.Cut(path.Base(name), ".")
	return slices.Contains([]string{"gate", "revision", "correction", "vintage", "vintage_period", "quality", "report", "csv-metadata", "index", "en", "data"}, table) &&
		name != "report.json"
}

func TestAFileThatIsGoneFromItsSourceIsNotCounted(t *testing.T) {
	t.Parallel()
	files := smallFiles()
	files["inbox/prov_2024-02.csv"] = smallMonth("2024-02", "50,00", "150,00")
	dir := smallWorkspace(t, files)
	if loads := refreshed(t, options(dir)).Loads; len(loads) != 2 {
		t.Fatalf("%d loads, want 2", len(loads))
	}
	write(t, filepath.Join(dir, "sources/prov.yaml"),
		replaceOnce(t, files["sources/prov.yaml"], "prov_{year}-{month}.csv", "prov_{year}-01.csv"))
	if err := os.Remove(filepath.Join(dir, "inbox/prov_2024-02.csv")); err != nil {
		t.Fatal(err)
	}
	report := refreshed(t, options(dir))
	if len(report.Loads) != 1 || report.Loads[0].File != "prov_2024-01.csv" {
		t.Errorf("loads %v, want the one of January", report.Loads)
	}
}

func TestAChangedMappingLoadsItsSourceAgain(t *testing.T) {
	t.Parallel()
	files := smallFiles()
	dir := smallWorkspace(t, files)
	refreshed(t, options(dir))
	write(t, filepath.Join(dir, "sources/prov.volume.sql"),
		replaceOnce(t, files["sources/prov.volume.sql"], "'%Y-%m'", "'%Y'"))
	refreshed(t, options(dir))
	for _, row := range table(t, dir, "share") {
		if row["period"] != "2024" {
			t.Fatalf("period %s is still published", row["period"])
		}
	}
}

func TestSumsInAreSumsOut(t *testing.T) {
	t.Parallel()
	files := smallFiles()
	files["inbox/prov_2024-01.csv"] += "2024-01-17;0180;802002-0718;61;12x45\n2024-01-18;9999;802002-0718;61;7,00\n"
	dir := smallWorkspace(t, files)
	report := refreshed(t, options(dir))
	got := report.Loads[0]
	if got.Rows != 4 || got.Kept != 2 || got.Dropped != 0 || got.Rejected != 2 {
		t.Errorf("account %+v, want 4 = 2 + 0 + 2", got)
	}
	sums := table(t, dir, "source_sum")
	want := []map[string]string{{
		"source": "prov", "partition": "2024-01", "file": "prov_2024-01.csv", "column_name": "belopp", "decimals": "2",
		"read": "40700", "kept": "40000", "dropped": "0", "rejected": "700", "unreadable": "1",
	}}
	if diff := cmp.Diff(want, sums); diff != "" {
		t.Errorf("mismatch (-want +got):\n%s", diff)
	}
}

func TestTheWorkspaceIsPrivateAndItsEditionsAreNot(t *testing.T) {
	t.Parallel()
	dir := smallWorkspace(t, smallFiles())
	report := refreshed(t, options(dir))
	for name, want := range map[string]os.FileMode{
		"state": 0o700, "state/key": 0o600, "state/trace": 0o700,
		"state/trace/" + report.Edition + "/provider.parquet": 0o600,
		"editions": 0o755, "editions/" + report.Edition + "/index.html": 0o644,
		"editions/" + report.Edition + "/tables/share.csv": 0o644,
	} {
		info, err := os.Stat(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if got := info.Mode().Perm(); got != want {
			t.Errorf("%s has mode %o, want %o", name, got, want)
		}
	}
}

func TestExplainOpensANumberDownToItsLines(t *testing.T) {
	t.Parallel()
	dir := smallWorkspace(t, smallFiles())
	refreshed(t, options(dir))
	for _, written := range []string{"802002-0718", "8020020718", "16802002-0718", "SE802002071801", "se:8020020718"} {
		got, err := pipeline.ExplainProvider(t.Context(), options(dir), "", written)
		if err != nil {
			t.Fatal(err)
		}
		want := []pipeline.Volume{{
			Measure: "prov", Period: "2024-01", Place: "0180", Area: "none", Agreement: "none",
			Amount: "100.00", File: "prov_2024-01.csv", SHA256: table(t, dir, "source")[0]["sha256"], Lines: "2",
		}}
		if diff := cmp.Diff(want, got.Volumes); diff != "" {
			t.Errorf("%s: mismatch (-want +got):\n%s", written, diff)
		}
		if got.Decisions[len(got.Decisions)-1].Words.SV == "" {
			t.Error("a rule is not explained in words")
		}
	}
}

func TestAQuietNightNoticesADamagedEdition(t *testing.T) {
	t.Parallel()
	dir := smallWorkspace(t, smallFiles())
	report := refreshed(t, options(dir))
	page := filepath.Join(dir, "editions", report.Edition, "index.html")
	write(t, page, read(t, page)+" ")
	_, err := pipeline.Refresh(t.Context(), options(dir))
	if damaged := (*edition.DamagedError)(nil); !errors.As(err, &damaged) || damaged.Problems[0].Path != "index.html" {
		t.Errorf("refresh gave %v, want the damaged page", err)
	}
}

// A stock counted in two files of one period would be counted twice.
func TestTwoFilesOfOnePeriodStopAStock(t *testing.T) {
	t.Parallel()
	files := smallFiles()
	files["measure/prov.yaml"] = replaceOnce(t, files["measure/prov.yaml"], "{kind: flow}", "{kind: stock, day: '01-15'}")
	files["sources/prov.volume.sql"] = replaceOnce(t, files["sources/prov.volume.sql"], "strftime(datum, '%Y-%m')", "'2024'")
	files["inbox/prov_2024-02.csv"] = smallMonth("2024-02", "50,00", "150,00")
	_, err := pipeline.Refresh(t.Context(), options(smallWorkspace(t, files)))
	if found := (*pipeline.CheckError)(nil); !errors.As(err, &found) || found.Findings[0].Check != "stock_twice" {
		t.Errorf("refresh gave %v, want the check stock_twice", err)
	}
}

// A number that the publisher hides is not zero, whatever the SELECT forgot.
func TestAMissingAmountIsNotZero(t *testing.T) {
	t.Parallel()
	files := smallFiles()
	files["sources/prov.yaml"] = replaceOnce(t, files["sources/prov.yaml"], "{name: belopp, type: amount(2), required: true}", "{name: belopp, type: amount(2)}")
	files["inbox/prov_2024-01.csv"] += "2024-01-17;0180;802002-0718;61;\n"
	report := refreshed(t, options(smallWorkspace(t, files)))
	if got := report.Loads[0]; got.Rejected != 1 || got.Kept != 2 {
		t.Errorf("account %+v, want 2 kept and 1 rejected", got)
	}
}

func TestAmountsAreOfAnExactType(t *testing.T) {
	t.Parallel()
	for _, amount := range []string{"belopp::double", "belopp::varchar"} {
		files := smallFiles()
		files["sources/prov.volume.sql"] = replaceOnce(t, files["sources/prov.volume.sql"], "belopp as amount", amount+" as amount")
		_, err := pipeline.Refresh(t.Context(), options(smallWorkspace(t, files)))
		if err == nil || !strings.Contains(err.Error(), "amounts are integers or DECIMAL") {
			t.Errorf("%s gave %v", amount, err)
		}
	}
}

// A snapshot is what was delivered: changed bytes of the same length are found
// when it is decoded.
func TestAChangedSnapshotIsNotLoaded(t *testing.T) {
	t.Parallel()
	dir := smallWorkspace(t, smallFiles())
	refreshed(t, options(dir))
	copies, err := filepath.Glob(filepath.Join(dir, "state/snapshots/prov/*/prov_2024-01.csv"))
	if err != nil || len(copies) != 1 {
		t.Fatalf("%d copies: %v", len(copies), err)
	}
	if err := os.Chmod(copies[0], 0o600); err != nil {
		t.Fatal(err)
	}
	write(t, copies[0], replaceOnce(t, read(t, copies[0]), "300,00", "400,00"))
	write(t, filepath.Join(dir, "sources/prov.volume.sql"), read(t, filepath.Join(dir, "sources/prov.volume.sql"))+"\n")
	_, err = pipeline.Refresh(t.Context(), options(dir))
	if err == nil || !strings.Contains(err.Error(), "SHA-256") {
		t.Errorf("refresh gave %v, want the checksum that is wrong", err)
	}
}
