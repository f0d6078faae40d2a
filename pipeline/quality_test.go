package pipeline_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tresektor/pipeline"
)

// TestTheExampleDeclaresItsQuality reads the facts of the run from the page, in
// both languages, under the five components.
func TestTheExampleDeclaresItsQuality(t *testing.T) {
	t.Parallel()
	dir := exampleWorkspace(t)
	config := filepath.Join(dir, "tresektor.yaml")
	write(t, config, read(t, config)+"releases: ['2026-11-12', '2027-02-01']\n")
	report := refreshed(t, options(dir))
	if slices.ContainsFunc(report.Findings, func(f pipeline.Finding) bool { return f.Check == "quality_text" || f.Check == "gate_figure" }) {
		t.Errorf("the example's own texts or figures are found wanting: %v", report.Findings)
	}
	for file, wanted := range map[string][]string{
		"quality.html": {
			">Relevans</h2>", ">Tillförlitlighet</h2>", ">Aktualitet och punktlighet</h2>", ">Tillgänglighet och tydlighet</h2>",
			">Jämförbarhet och samanvändbarhet</h2>", "Utgåvan visar hur tre sektorer kan redovisas",
			"0 av 10 958", "Ingen jämförelse: det här är den första utgåvan.", "4 av 4 publicerade siffror", ">1 procentenhet</td>", "2 595 dagar",
			"Utgåvan kom 10 dagar efter den planerade dagen 12 november 2026.", "1 februari 2027", "290 av 290 geografiska områden", "0,51 procentenheter",
			"CSV, JSON-stat", "Jämför inte talen före och efter. Före 2024/25 räknades elever i årskurs 9, därefter elever med slutbetyg i årskurs 9.", "Idéburen välfärd står och stampar",
		},
		"quality.en.html": {
			">Reliability</h2>", "0 of 10,958", "4 of 4 published figures", "2,595 days", "290 of 290 geographical areas", "0.51 percentage points",
			"The edition came 10 days after the planned day 12 November 2026.",
		},
	} {
		page := read(t, filepath.Join(dir, "editions/current", file))
		for _, text := range wanted {
			if !strings.Contains(page, strings.ReplaceAll(text, "0 av 10 958", "0 av 10\u00a0958")) &&
				!strings.Contains(page, strings.ReplaceAll(text, "2 595", "2\u00a0595")) {
				t.Errorf("%s does not say %q", file, text)
			}
		}
		if strings.Contains(strings.ToLower(page), "sveriges officiella statistik") {
			t.Errorf("%s names what it is not", file)
		}
	}
}

// A component without a text is told by the check and on the page, and stops
// nothing.
func TestAMissingTextIsAFinding(t *testing.T) {
	t.Parallel()
	dir := scotlandOnly(t)
	write(t, filepath.Join(dir, "quality.yaml"), "relevance: {sv: För alla., en: For all.}\n")
	report := refreshed(t, options(dir))
	i := slices.IndexFunc(report.Findings, func(f pipeline.Finding) bool { return f.Check == "quality_text" })
	if i < 0 || report.Findings[i].Rows != 4 || report.Findings[i].Severity != "warning" ||
		report.Findings[i].Examples[0] != `quality.yaml: missing key "reliability"` {
		t.Fatalf("found %v", report.Findings)
	}
	page := read(t, filepath.Join(dir, "editions/current/quality.html"))
	if !strings.Contains(page, "<p class=\"prose\">För alla.</p>") || strings.Count(page, "Utgivaren har inte skrivit något om det här än.") != 4 {
		t.Error("the page does not say which texts are missing")
	}
	write(t, filepath.Join(dir, "quality.yaml"), "relevance: {sv: 'Det här är Sveriges officiella statistik.', en: For all.}\n")
	_, err := pipeline.Refresh(t.Context(), options(dir))
	if err == nil || !strings.HasPrefix(err.Error(), "quality.yaml:1:17: the text names Sveriges officiella statistik") {
		t.Errorf("a text that claims to be official gave %v", err)
	}
}

// scotlandOnly has the year 2016 of the Scottish source.
func scotlandOnly(t *testing.T) string {
	t.Helper()
	dir, years := scotland(t)
	write(t, filepath.Join(dir, "inbox", "skottland_aldreboenden_2016.csv"), years["2016"])
	return dir
}

// TestABreakIsFlaggedOnTheFirstPeriodAfterIt looks at every format that an
// edition has: a column in the CSV tables, a note in the cube, a line in the
// declaration.
func TestABreakIsFlaggedOnTheFirstPeriodAfterIt(t *testing.T) {
	t.Parallel()
	dir, years := scotland(t)
	for _, year := range []string{"2016", "2017", "2018"} {
		write(t, filepath.Join(dir, "inbox", "skottland_aldreboenden_"+year+".csv"), years[year])
	}
	write(t, filepath.Join(dir, "code/series_break.csv"), "code,parent,sort,label_sv,label_en,alias,source,measure,from_date\n"+
		"prov,,10,Nytt register,New register,,Prov,platser_vuxenboende,2016-06-01\n")
	refreshed(t, options(dir))
	for _, name := range []string{"share", "share_kind", "headline"} {
		flagged := map[string]map[string]bool{}
		for _, row := range table(t, dir, name) {
			if flagged[row["period"]] == nil {
				flagged[row["period"]] = map[string]bool{}
			}
			flagged[row["period"]][row["is_break"]] = true
		}
		for period, want := range map[string]string{"2016": "false", "2017": "true", "2018": "false"} {
			if len(flagged[period]) != 1 || !flagged[period][want] {
				t.Errorf("%s: is_break of %s is %v, want %s", name, period, flagged[period], want)
			}
		}
	}
	for _, row := range table(t, dir, "change") {
		if want := row["earlier_period"] == "2016"; (row["is_break"] == "true") != want {
			t.Errorf("change %s–%s: is_break is %s", row["earlier_period"], row["later_period"], row["is_break"])
		}
	}
	cubes, err := filepath.Glob(filepath.Join(dir, "editions/current/tables/share_platser_vuxenboende*.json"))
	if err != nil || len(cubes) == 0 {
		t.Fatal(cubes, err)
	}
	for _, name := range append(cubes, filepath.Join(dir, "editions/current/quality.html")) {
		told := "2016-06-01: Nytt register."
		if strings.HasSuffix(name, ".en.json") {
			told = "2016-06-01: New register."
		}
		text, err := os.ReadFile(name)
		if err != nil || !strings.Contains(string(text), told) {
			t.Errorf("%s does not tell of the break (%v)", filepath.Base(name), err)
		}
	}
}
