package pipeline_test

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"tresektor/pipeline"
)

// A year with the same months may have no share: what is said of the change must
// not say that there is no such year.
func TestAYearWithoutAShareHasTheSameMonthsAllTheSame(t *testing.T) {
	t.Parallel()
	files := yearFiles(t, append(monthsOf(2023, 12), monthsOf(2024, 12)...)...)
	for _, month := range monthsOf(2023, 12) {
		files["inbox/prov_"+month+".csv"] = smallMonth(month, "-10,00", "30,00")
	}
	report := refreshed(t, options(smallWorkspace(t, files)))
	if want := "Ingen tidigare period går att jämföra med."; report.Cards[0].Change.SV != want {
		t.Errorf("of the change it says %q, want %q", report.Cards[0].Change.SV, want)
	}
}

// Wherever a page tells a number of a preliminary year it says so beside it, and
// no page calls the last day of its last month the day that it is counted on.
func TestNoPageTellsAPreliminaryYearAsAWholeOne(t *testing.T) {
	t.Parallel()
	files := yearFiles(t, append(monthsOf(2023, 12), monthsOf(2024, 9)...)...)
	files["measure/prov.yaml"] = strings.Replace(files["measure/prov.yaml"], "[place]", "[place, agreement]\nsummable: [agreement]", 1)
	files["sources/prov.volume.sql"] = strings.Replace(files["sources/prov.volume.sql"], "    kommun", "    'upphandling' as agreement,\n    kommun", 1)
	files["tresektor.yaml"] = strings.Replace(files["tresektor.yaml"], "area: none", "area: none\n    agreement: ersattning", 1)
	dir := smallWorkspace(t, files)
	refreshed(t, options(dir))
	for name, text := range map[string]string{
		"index.html":         "<dd>2024, preliminär: 9 av 12 månader</dd>",
		"en.html":            "<dd>2024, preliminary: 9 of 12 months</dd>",
		"figures.html":       "2024, preliminär: 9 av 12 månader",
		"agreements.html":    "Stockholm 2024, preliminär: 9 av 12 månader, räknat i kronor: 25,0 procent",
		"agreements.en.html": "2024, preliminary: 9 of 12 months, counted in",
		"card-prov.html":     "sista dagen i varje månad, till och med 30 september 2024",
	} {
		page := read(t, filepath.Join(dir, "editions/current", name))
		if !strings.Contains(page, text) {
			t.Errorf("%s does not say %q", name, text)
		}
	}
	if page := read(t, filepath.Join(dir, "editions/current/index.html")); !strings.Contains(page, "Första perioden, 2023: <b>") || !strings.Contains(page, "Senaste perioden, 2024*: <b>") {
		t.Error("index.html does not mark the latest period alone")
	}
}

// Explain and review tell a number in other words than the cards, and say what its
// year lacks in the same.
func TestWhatOpensAPreliminaryYearSaysSo(t *testing.T) {
	t.Parallel()
	dir := smallWorkspace(t, yearFiles(t, append(append(monthsOf(2023, 12), monthsOf(2024, 9)...), "2024-11")...))
	refreshed(t, options(dir))
	review, err := pipeline.MakeReview(t.Context(), options(dir), pipeline.ReviewOptions{})
	if err != nil {
		t.Fatal(err)
	}
	says(t, "review", review, `"months":10,"is_preliminary":true`, "Prov. 2024, Stockholm. Definition: Snäv: föreningar, stiftelser, trossamfund. Preliminär: 10 av 12 månader.", "Preliminary: 10 of 12 months.")
	for _, definition := range []string{"snav", "registrerad"} { // one that speaks of the year, and one that does not
		cell, err := pipeline.ExplainCell(t.Context(), options(dir), "", pipeline.Cell{Period: "2024", Place: "0180", Definition: definition})
		if err != nil {
			t.Fatal(err)
		}
		says(t, definition, cell, `"months":10,"is_preliminary":true`, "Preliminär: 10 av 12 månader.", "Preliminary: 10 of 12 months.")
	}
}

// A month that is a period of its own lacks nothing.
func TestWhatOpensAMonthSaysNothingOfYears(t *testing.T) {
	t.Parallel()
	dir := smallWorkspace(t, smallFiles())
	refreshed(t, options(dir))
	cell, err := pipeline.ExplainCell(t.Context(), options(dir), "", pipeline.Cell{Place: "0180", Definition: "snav"})
	if err != nil {
		t.Fatal(err)
	}
	review, err := pipeline.MakeReview(t.Context(), options(dir), pipeline.ReviewOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for _, told := range []answer{cell, review} {
		data, err := json.Marshal(told)
		if text := told.Text("sv") + string(data); err != nil || strings.Contains(text, "reliminär") || strings.Contains(text, "preliminary") || strings.Contains(text, "months") {
			t.Errorf("of a month it says\n%s", text)
		}
	}
}

// An answer is what a command says, in words or as JSON.
type answer interface{ Text(language string) string }

func says(t *testing.T, name string, told answer, inJSON, sv, en string) {
	t.Helper()
	data, err := json.Marshal(told)
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{string(data): inJSON, told.Text("sv"): sv, told.Text("en"): en} {
		if !strings.Contains(strings.Join(strings.Fields(text), " "), want) {
			t.Errorf("%s does not say %q:\n%s", name, want, text)
		}
	}
}
