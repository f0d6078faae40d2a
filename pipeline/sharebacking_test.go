package pipeline_test

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tresektor/pipeline/warehouse"
)

// A backed total is one of a definition, by the columns that name it.
type backedTotal struct{ definition, measure, period, place, area, agreement string }

// backedBy are the organisations that share_backing.csv names behind every
// share.
func backedBy(t *testing.T, dir string) map[backedTotal][]string {
	t.Helper()
	shares, periods := table(t, dir, "share"), map[string][]string{}
	for _, row := range shares {
		if list := periods[row["measure"]]; !slices.Contains(list, row["period"]) {
			periods[row["measure"]] = append(list, row["period"])
		}
	}
	named := map[backedTotal][]string{}
	for _, row := range table(t, dir, "share_backing") {
		for _, period := range periods[row["measure"]] {
			if period < row["first_period"] || period > row["last_period"] {
				continue
			}
			for definition := range strings.FieldsSeq(row["definitions"]) {
				total := backedTotal{definition, row["measure"], period, row["place"], row["area"], row["agreement"]}
				named[total] = append(named[total], row["provider_id"])
			}
		}
	}
	return named
}

// TestTheOrganisationsBehindAShareMakeIt adds up what the warehouse has of the
// organisations that are named: it is the published amount, in every cell of the
// example that is shown, and they are as many as it counts.
func TestTheOrganisationsBehindAShareMakeIt(t *testing.T) {
	t.Parallel()
	dir, _ := publishedExample(t)
	named, has := backedBy(t, dir), volumesOf(t, dir)
	var cells, totals, silent int
	for _, row := range table(t, dir, "share") {
		if row["sector"] != "ideburen" {
			continue
		}
		total := backedTotal{row["definition"], row["measure"], row["period"], row["place"], row["area"], row["agreement"]}
		if row["symbol"] != "" {
			silent += len(named[total])
			continue
		}
		sum := int64(0)
		for _, id := range named[total] {
			sum += has[withProvider{total.under(""), id}]
		}
		if got := texts(sum, len(named[total])); got != row["amount"]+" of "+row["providers"] {
			t.Errorf("%v: the organisations make %s, share.csv says %s of %s", total, got, row["amount"], row["providers"])
		}
		cells++
		totals += min(1, len(named[total]))
	}
	if cells < 3000 || totals < 1000 || silent > 0 {
		t.Errorf("%d cells, %d of them with organisations, and %d organisations where nothing is shown", cells, totals, silent)
	}
}

func (t backedTotal) under(definition string) backedTotal {
	t.definition = definition
	return t
}

type withProvider struct {
	total    backedTotal
	provider string
}

// volumesOf is what every provider has in every total, from a copy of the
// working file.
func volumesOf(t *testing.T, dir string) map[withProvider]int64 {
	t.Helper()
	file := filepath.Join(t.TempDir(), "copy.duckdb")
	if err := os.WriteFile(file, []byte(read(t, filepath.Join(dir, "state/tresektor.duckdb"))), 0o600); err != nil {
		t.Fatal(err)
	}
	w, err := warehouse.Open(t.Context(), file, warehouse.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	rows, err := w.Query(t.Context(), `select measure, period, place, area, agreement, provider_id, sum(amount)::bigint
		from provider_cell join counted_in using (cell_key) join total_cell using (total_key) join period using (period_key)
		join provider using (provider_key) group by all`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	has := map[withProvider]int64{}
	for rows.Next() {
		var one withProvider
		var amount int64
		if err := rows.Scan(&one.total.measure, &one.total.period, &one.total.place, &one.total.area, &one.total.agreement, &one.provider, &amount); err != nil {
			t.Fatal(err)
		}
		has[one] = amount
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return has
}

// behindShares are the rows of share_backing.csv in short.
func behindShares(t *testing.T, dir string) (lines []string) {
	t.Helper()
	for _, row := range table(t, dir, "share_backing") {
		lines = append(lines, strings.Join([]string{row["place"], row["area"], row["provider_id"], row["first_period"], row["last_period"], row["definitions"]}, " "))
	}
	return lines
}

// TestNobodyIsNamedInAClosedCell: in cells that are not shown for the sake of few
// people nobody is named; their län, which has no other, is.
func TestNobodyIsNamedInAClosedCell(t *testing.T) {
	t.Parallel()
	for first, want := range map[string][]string{
		"4": {"01", "0188", "SE"},
		"5": {"01", "0114", "0180", "0188", "SE"},
	} {
		dir := smallWorkspace(t, protectedFiles(first))
		refreshed(t, options(dir))
		var places []string
		for _, line := range behindShares(t, dir) {
			places = append(places, strings.Fields(line)[0])
		}
		if diff := cmp.Diff(want, places); diff != "" {
			t.Errorf("%s: -want +named\n%s", first, diff)
		}
	}
}

// TestNobodyIsNamedInWhatIsSecret: of data received under secrecy, and where a
// natural person's cell is closed.
func TestNobodyIsNamedInWhatIsSecret(t *testing.T) {
	t.Parallel()
	dir := smallWorkspace(t, secretFiles("2024-01-02;0180;212000-0142;82;400", "2024-01-02;0180;802002-0718;61;80", "2024-01-02;0114;802002-4132;61;80", "2024-01-02;0188;802005-9906;61;70"))
	refreshed(t, options(dir))
	if lines := behindShares(t, dir); len(lines) > 0 {
		t.Errorf("%q", lines)
	}
}

func texts(sum int64, n int) string { return strconv.FormatInt(sum, 10) + " of " + strconv.Itoa(n) }
