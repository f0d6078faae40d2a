package pipeline_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tresektor/pipeline"
)

// personFiles are amounts of organisations and natural persons in kommuner of
// two län, in a measure without other protection.
func personFiles(rows ...string) map[string]string {
	files := smallFiles()
	files["measure/prov.yaml"] = strings.Replace(files["measure/prov.yaml"], "decimals: 2",
		"decimals: 2\nsummable: [place]\ncoverage_minimum: 1\nprotect: none", 1)
	files["inbox/prov_2024-01.csv"] = "datum;kommun;orgnr;form;belopp\n2024-01-02;" + strings.Join(rows, "\n2024-01-02;") + "\n"
	return files
}

// sectors is what share.csv says of a sector of each place.
func sectors(t *testing.T, dir, definition, sector string) (texts []string) {
	t.Helper()
	for _, row := range table(t, dir, "share") {
		if row["definition"] == definition && row["sector"] == sector {
			texts = append(texts, row["place"]+" "+row["amount"]+row["symbol"]+" of "+row["total"])
		}
	}
	return texts
}

// A cell that is not shown says all the same what its year lacks, in every table.
func TestWhatIsNotShownOfAYearSaysWhatTheYearLacks(t *testing.T) {
	t.Parallel()
	files := personFiles("0180;802002-0718;61;400,00", "0180;900101-9802;;7,00")
	files["measure/prov.yaml"] += "years: from_months\n"
	dir := smallWorkspace(t, files)
	refreshed(t, options(dir))
	for _, name := range []string{"share", "headline"} {
		got := distinct(pick(table(t, dir, name), map[string]string{"place": "0180", "definition": "snav"}, "amount", "symbol", "months", "is_preliminary"))
		if want := " ... 1 true"; got != want {
			t.Errorf("%s says %q of the cell, want %q", name, got, want)
		}
	}
	cell, err := pipeline.ExplainCell(t.Context(), options(dir), "", pipeline.Cell{Place: "0180", Definition: "snav"})
	if err != nil {
		t.Fatal(err)
	}
	says(t, "explain", cell, `"months":1,"is_preliminary":true`, "Preliminär: 1 av 12 månader.", "Preliminary: 1 of 12 months.")
}

func TestANaturalPersonAloneBelowLanIsNotShown(t *testing.T) {
	alone := []string{
		"0180;802002-0718;61;400,00", "0180;900101-9802;;7,00", // alone beside an association
		"0114;802002-0718;61;300,00", "0114;556016-0680;49;40,00",
		"0188;802002-0718;61;900,00", "0188;556016-0680;49;60,00",
	}
	for name, test := range map[string]struct {
		rows []string
		want []string
	}{
		"a person alone, and the cheapest place beside it": {alone,
			[]string{"01 107.00 of 1707.00", "0114 ... of 340.00", "0180 ... of 407.00", "0188 60.00 of 960.00", "SE 107.00 of 1707.00"}},
		"a company stands beside it": {append(slices.Clone(alone), "0180;556016-0680;49;1,00"),
			[]string{"01 108.00 of 1708.00", "0114 40.00 of 340.00", "0180 8.00 of 408.00", "0188 60.00 of 960.00", "SE 108.00 of 1708.00"}},
		"three persons": {append(slices.Clone(alone), "0180;900101-9810;;1,00", "0180;900101-9828;;1,00"),
			[]string{"01 109.00 of 1709.00", "0114 40.00 of 340.00", "0180 9.00 of 409.00", "0188 60.00 of 960.00", "SE 109.00 of 1709.00"}},
		"nobody but the person": {[]string{"0180;900101-9802;;7,00", alone[2], alone[3], alone[4], alone[5]},
			[]string{"01 107.00 of 1307.00", "0114 ... of ", "0180 ... of ", "0188 60.00 of 960.00", "SE 107.00 of 1307.00"}},
		"a sole trader by its form": {append(slices.Clone(alone[:1]), append([]string{"0180;556677-1234;10;7,00"}, alone[2:]...)...),
			[]string{"01 107.00 of 1707.00", "0114 ... of 340.00", "0180 ... of 407.00", "0188 60.00 of 960.00", "SE 107.00 of 1707.00"}},
	} {
		t.Run(name, func(t *testing.T) {
			dir := smallWorkspace(t, personFiles(test.rows...))
			refreshed(t, options(dir))
			if diff := cmp.Diff(test.want, sectors(t, dir, "snav", "private")); diff != "" {
				t.Errorf("-want +shown\n%s", diff)
			}
		})
	}
}

// TestNoBasisTellsAPersonFromACompany: what is presumed is the company's, and a
// definition that counts only registered organisations leaves the person alone.
func TestNoBasisTellsAPersonFromACompany(t *testing.T) {
	dir := smallWorkspace(t, personFiles("0180;556016-0680;49;90,00", "0180;900101-9802;;7,00", "0114;556016-0680;49;60,00"))
	refreshed(t, options(dir))
	seen := 0
	for _, row := range table(t, dir, "share") {
		if row["place"] != "0180" && row["place"] != "0114" || row["symbol"] == "." {
			continue
		}
		seen++
		if row["presumed"]+row["stated"]+row["carried"]+row["contested"]+row["high_presumed"] != "" {
			t.Errorf("%v", row)
		}
		if row["definition"] == "registrerad" && row["amount"] != "" {
			t.Errorf("%v", row)
		}
	}
	if seen == 0 {
		t.Error("no row is about them")
	}
	for _, name := range []string{"remainder", "headline"} {
		for _, row := range table(t, dir, name) {
			if row["place"] == "0180" && (name == "remainder" || row["presumed"] != "") {
				t.Errorf("%s: %v", name, row)
			}
		}
	}
}

func TestExplainClosesWhatIsClosed(t *testing.T) {
	dir := smallWorkspace(t, personFiles("0180;802002-0718;61;400,00", "0180;900101-9802;;7,00", "0114;802002-0718;61;300,00", "0114;556016-0680;49;40,00"))
	refreshed(t, options(dir))
	for place, want := range map[string][]string{"0180": nil, "0114": nil, "01": {"private ... ...", "ideburen ..."}} {
		got, err := pipeline.ExplainCell(t.Context(), options(dir), "", pipeline.Cell{Place: place, Definition: "snav"})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, listed(got)); diff != "" {
			t.Errorf("%s: -want +told\n%s", place, diff)
		}
	}
}

// hasNumber tells whether a cell is a number.
func hasNumber(value string) bool {
	return strings.Trim(value, "0123456789.-") == "" && strings.Trim(value, ".") != ""
}

// TestNoTableTellsANaturalPerson looks at every number of every row about cells
// that are closed, in an edition that corrects another in which they were not.
func TestNoTableTellsANaturalPerson(t *testing.T) {
	rows := []string{"0180;802002-0718;61;400,00", "0114;802002-0718;61;300,00", "0114;556016-0680;49;40,00", "0188;802002-0718;61;900,00", "0188;556016-0680;49;60,00"}
	dir := smallWorkspace(t, personFiles(rows...))
	refreshed(t, options(dir))
	write(t, dir+"/inbox/prov_2024-01.csv", personFiles(append(rows, "0180;900101-9802;;7,00")...)["inbox/prov_2024-01.csv"])
	refreshed(t, options(dir))
	if row := table(t, dir, "protection")[0]; row["measure"]+row["least_shown"]+row["primary_cells"]+row["secondary_cells"] != "prov311" {
		t.Errorf("protection.csv says %v", row)
	}
	for _, name := range []string{"share", "share_kind", "remainder", "headline", "change", "revision", "vintage", "override", "classification", "contribution"} {
		for _, row := range table(t, dir, name) {
			if row["place"] != "0180" || row["symbol"] == "." {
				continue
			}
			for field, value := range row {
				isBefore := strings.HasPrefix(field, "earlier_") || strings.HasPrefix(field, "first_") // the edition before says so
				isName := isBefore || slices.Contains([]string{"place", "period"}, field) || strings.HasSuffix(field, "_date")
				if hasNumber(value) && !isName && !strings.HasSuffix(field, "total") && !strings.HasPrefix(field, "places_") {
					t.Errorf("%s: %s is %s in %v", name, field, value, row)
				}
			}
		}
	}
}
