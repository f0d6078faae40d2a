package pipeline_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tresektor/pipeline"
)

// TestEveryPublishedNumberOpens opens every 400th cell of the example, totals
// over places, areas and agreements among them, and sums the providers.
func TestEveryPublishedNumberOpens(t *testing.T) {
	t.Parallel()
	dir, _ := publishedExample(t)
	opened, last := 0, ""
	for _, row := range table(t, dir, "share") {
		c := pipeline.Cell{
			Measure: row["measure"], Period: row["period"], Place: row["place"], Area: row["area"],
			Agreement: row["agreement"], Definition: row["definition"],
		}
		key := fmt.Sprint(c)
		if row["amount"] == "" || key == last {
			continue
		}
		last = key
		if opened++; opened%400 != 1 && c.Place != "SE" {
			continue
		}
		got, err := pipeline.ExplainCell(t.Context(), options(dir), "", c)
		if err != nil {
			t.Fatalf("%+v: %v", c, err)
		}
		sum := new(big.Rat)
		for _, s := range got.Sectors {
			sum.Add(sum, sumOf(t, s))
		}
		if total, ok := new(big.Rat).SetString(got.Total); !ok || total.Cmp(sum) != 0 || len(got.Sectors) != 5 {
			t.Errorf("%+v: %d sectors sum to %s of %s", c, len(got.Sectors), sum, got.Total)
		}
	}
	if opened < 1000 {
		t.Errorf("only %d cells are published", opened)
	}
}

// sumOf adds what is listed, unless it is withheld.
func sumOf(t *testing.T, s pipeline.CellSector) *big.Rat {
	t.Helper()
	sum := new(big.Rat)
	text := s.Amount
	for _, p := range s.Providers {
		if !s.Withheld && p.Amount == "..." || len(p.Files) == 0 || p.Files[0].Lines == "" || len(p.Files[0].SHA256) != 64 {
			t.Errorf("%s: %+v", s.Sector, p)
		}
		if amount, ok := new(big.Rat).SetString(p.Amount); ok {
			sum.Add(sum, amount)
		}
	}
	published, _ := new(big.Rat).SetString(text)
	if !s.Withheld && published.Cmp(sum) != 0 {
		t.Errorf("%s: listed %s of %s", s.Sector, sum, text)
	}
	return published
}

// peopleFiles are the small workspace with four organisations of two kommuner
// and natural persons, counting people.
func peopleFiles(protect string) map[string]string {
	files := smallFiles()
	files["measure/prov.yaml"] = strings.NewReplacer("kind: money", "kind: people", "decimals: 2",
		"decimals: 0\nsummable: [place]\ncoverage_minimum: 1\nprotect: "+protect).Replace(files["measure/prov.yaml"])
	files["sources/prov.yaml"] = strings.Replace(files["sources/prov.yaml"], "amount(2)", "integer", 1)
	files["inbox/prov_2024-01.csv"] = "datum;kommun;orgnr;form;belopp\n" +
		"2024-01-01;0180;212000-0142;82;400\n2024-01-02;0180;802002-0718;61;4\n2024-01-02;0180;556016-0680;49;40\n" +
		"2024-01-03;0114;802002-0718;61;30\n2024-01-03;0180;900101-9802;;1\n2024-01-04;0180;900101-9810;;1\n"
	return files
}

func TestSmallNumbersOfPeopleAreNotListedByProvider(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, protect, place string
		want                 []string
	}{
		{"a sector below five people", "frequency", "0180", nil},
		{"a larger place with two persons in all", "frequency", "01", nil},
		{"another place", "frequency", "0114", []string{"ideburen 30"}},
		{"received under secrecy", "secrecy", "01", nil},
		{"not protected, but two natural persons and who could tell of them", "none", "0180", []string{"public 400", "private ... ...", "ideburen 4"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := smallWorkspace(t, peopleFiles(tt.protect))
			refreshed(t, options(dir))
			got, err := pipeline.ExplainCell(t.Context(), options(dir), "", pipeline.Cell{Place: tt.place, Definition: "snav"})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, listed(got)); diff != "" {
				t.Errorf("mismatch (-want +got):\n%s", diff)
			}
		})
	}
}

func TestAProvidersSmallNumbersOfPeopleAreNotTold(t *testing.T) {
	t.Parallel()
	dir := smallWorkspace(t, peopleFiles("frequency"))
	refreshed(t, options(dir))
	got, err := pipeline.ExplainProvider(t.Context(), options(dir), "", "802002-0718")
	if err != nil {
		t.Fatal(err)
	}
	var told []string
	for _, v := range got.Volumes {
		told = append(told, v.Place+" "+v.Amount)
	}
	for _, v := range got.Totals {
		told = append(told, v.Amount+" of "+v.Total)
	}
	if diff := cmp.Diff([]string{"0114 30", "0180 ...", "... of 476"}, told); diff != "" {
		t.Errorf("mismatch (-want +got):\n%s", diff)
	}
}

func listed(e pipeline.CellExplanation) (texts []string) {
	for _, s := range e.Sectors {
		text := s.Sector
		for _, p := range s.Providers {
			text += " " + p.Amount
		}
		if len(s.Providers) > 0 {
			texts = append(texts, text)
		}
	}
	return texts
}

// A natural person is never listed, neither by number nor by the hash of one.
func TestNaturalPersonsAreOneLine(t *testing.T) {
	t.Parallel()
	files := peopleFiles("none")
	files["inbox/prov_2024-01.csv"] += "2024-01-05;0180;900101-9828;;1\n"
	dir := smallWorkspace(t, files)
	refreshed(t, options(dir))
	got, err := pipeline.ExplainCell(t.Context(), options(dir), "", pipeline.Cell{Place: "0180", Sector: "private", Definition: "snav"})
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(got)
	if err != nil {
		t.Fatal(err)
	}
	for _, secret := range []string{"person:", "9001019802", "900101-9802"} {
		if strings.Contains(string(text), secret) {
			t.Errorf("%s stands in %s", secret, text)
		}
	}
	for language, want := range map[string]string{"sv": "3 personer  fysiska personer, 3 stycken", "en": "3 persons  natural persons, 3 of them"} {
		if told := strings.ReplaceAll(got.Text(language), "\u00a0", " "); !strings.Contains(told, strings.Split(want, "  ")[1]) {
			t.Errorf("%q does not stand in\n%s", want, told)
		}
	}
	for _, id := range []string{"900101-9802", "person:0123456789abcdef"} {
		var missing *pipeline.NotFoundError
		if _, err := pipeline.ExplainProvider(t.Context(), options(dir), "", id); !errors.As(err, &missing) || strings.Contains(err.Error(), id) {
			t.Errorf("%s gave %v", id, err)
		}
	}
}

// A total that is not made, because too few places are there, has no number
// to open.
func TestATotalWithoutCoverageIsNotThere(t *testing.T) {
	t.Parallel()
	files := peopleFiles("none")
	files["measure/prov.yaml"] = strings.Replace(files["measure/prov.yaml"], "coverage_minimum: 1", "coverage_minimum: 100", 1)
	dir := smallWorkspace(t, files)
	refreshed(t, options(dir))
	var unknown *pipeline.UnknownCellError
	if _, err := pipeline.ExplainCell(t.Context(), options(dir), "", pipeline.Cell{Place: "01"}); !errors.As(err, &unknown) {
		t.Errorf("got %v", err)
	}
	if _, err := pipeline.ExplainCell(t.Context(), options(dir), "", pipeline.Cell{Place: "0114"}); err != nil {
		t.Error(err)
	}
}

// An edition is explained from its own trace after a newer one is made.
func TestAPastEditionIsExplained(t *testing.T) {
	t.Parallel()
	dir := smallWorkspace(t, smallFiles())
	past := refreshed(t, options(dir)).Edition
	before, err := pipeline.ExplainCell(t.Context(), options(dir), past, pipeline.Cell{})
	if err != nil {
		t.Fatal(err)
	}
	write(t, dir+"/inbox/prov_2024-01.csv", "datum;kommun;orgnr;form;belopp\n2024-01-01;0180;802002-0718;61;7,00\n")
	if now := refreshed(t, options(dir)).Edition; now == past {
		t.Fatal("no new edition")
	}
	after, err := pipeline.ExplainCell(t.Context(), options(dir), past, pipeline.Cell{})
	if err != nil {
		t.Fatal(err)
	}
	if before.Text("sv") != after.Text("sv") || !strings.Contains(before.Text("sv"), past) {
		t.Errorf("before:\n%s\nafter:\n%s", before.Text("sv"), after.Text("sv"))
	}
}
