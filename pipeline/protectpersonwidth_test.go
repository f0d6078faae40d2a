package pipeline_test

import (
	"strconv"
	"strings"
	"testing"

	"tresektor/pipeline"
)

// TestWhoAsksForAllCompaniesTellsNoPerson: what is presumed in a län, less what every
// company in it says when asked, may leave the volume of no one company: beside a
// person it would leave the person's.
func TestWhoAsksForAllCompaniesTellsNoPerson(t *testing.T) {
	t.Parallel()
	const person = ";900101-9802;;7,00"
	companies := []string{
		"0180;556016-0680;49;60,00", "0180;556036-0793;49;900,00", "0114;556016-0680;49;40,00",
		"0188;556074-7569;49;8,00", "0380;556012-5790;49;30,00", "0305;556012-5790;49;20,00", "0305;556036-0793;49;90,00",
	}
	for name, test := range map[string]struct {
		persons []string
		told    string // the places of whose private sector it is told how much is presumed
	}{
		"one in the country":            {[]string{"0180"}, ""},
		"two, in two kommuner":          {[]string{"0180", "0114"}, ""},
		"three, all in one län":         {[]string{"0180", "0114", "0188"}, "01 03 SE"},
		"three, one in another län":     {[]string{"0180", "0114", "0380"}, "SE"},
		"three in one län and one else": {[]string{"0180", "0114", "0188", "0380"}, "SE"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			rows := companies
			for i, place := range test.persons {
				rows = append(rows[:len(rows):len(rows)], place+strings.Replace(person, "9802", []string{"9802", "9810", "9828", "9836"}[i], 1))
			}
			dir := smallWorkspace(t, personFiles(rows...))
			refreshed(t, options(dir))
			untold := untoldCompanies(t, dir)
			var told []string
			for _, row := range table(t, dir, "share") {
				if row["definition"] != "snav" || row["sector"] != "private" || row["presumed"] == "" {
					continue
				}
				told = append(told, row["place"])
				if n := untold[row["place"]]; n == 1 || n == 2 {
					t.Errorf("%s: presumed %s is told, and all but %d of it by the companies", row["place"], row["presumed"], n)
				}
			}
			if got := strings.Join(told, " "); got != test.told {
				t.Errorf("what is presumed is told in %q, want %q", got, test.told)
			}
		})
	}
}

// In a year of months the persons and the company beside one of them may be in
// different months: it is the year that is published.
func TestWhoAsksForACompanyOfAnotherMonthTellsNoPerson(t *testing.T) {
	t.Parallel()
	files := personFiles("0180;900101-9802;;7,00", "0114;900101-9810;;7,00", "0188;900101-9828;;7,00", "0187;900101-9836;;7,00")
	files["measure/prov.yaml"] += "years: from_months\n"
	files["inbox/prov_2024-02.csv"] = strings.ReplaceAll("datum;kommun;orgnr;form;belopp\nD0180;556016-0680;49;60,00\nD0380;556036-0793;49;900,00\nD0380;556012-5790;49;30,00\nD0380;556074-7569;49;30,00\n", "D", "2024-02-02;")
	dir := smallWorkspace(t, files)
	refreshed(t, options(dir))
	untold := untoldCompanies(t, dir)
	if untold["01"] != 1 {
		t.Fatalf("untold in Stockholms län are %d companies, want the one beside a person", untold["01"])
	}
	for _, row := range table(t, dir, "share") {
		if n := untold[row["place"]]; row["definition"] == "snav" && row["sector"] == "private" && row["presumed"] != "" && n > 0 && n < 3 {
			t.Errorf("%s: presumed %s is told, and all but %d of it by the companies", row["place"], row["presumed"], n)
		}
	}
}

// untoldCompanies asks for every company by itself, and counts by place the volumes that
// are not told.
func untoldCompanies(t *testing.T, dir string) map[string]int {
	t.Helper()
	untold := map[string]int{}
	for _, company := range []string{"556016-0680", "556036-0793", "556074-7569", "556012-5790"} {
		e, err := pipeline.ExplainProvider(t.Context(), options(dir), "", company)
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range e.Volumes {
			if _, err := strconv.ParseFloat(v.Amount, 64); err != nil {
				untold[v.Place[:2]]++
				untold["SE"]++
			}
		}
	}
	return untold
}
