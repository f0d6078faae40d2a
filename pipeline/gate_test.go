package pipeline_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"tresektor/pipeline"
	"tresektor/pipeline/workspace"
)

// scotland makes a workspace of the example's Scottish source and card alone,
// with one file for each year, and returns the years' files.
func scotland(t *testing.T) (dir string, years map[string]string) {
	t.Helper()
	example := exampleWorkspace(t)
	config := read(t, filepath.Join(example, "tresektor.yaml"))
	_, card, _ := strings.Cut(config, "  - id: skottland\n")
	card, _, _ = strings.Cut(card, "  - id: slutbetyg\n")
	head, _, _ := strings.Cut(config, "headline:\n")
	files := map[string]string{"tresektor.yaml": head + "headline:\n  - id: skottland\n" + card}
	for _, name := range []string{"skottland.evidence.sql", "skottland.volume.sql", "skottland.yaml"} {
		files["sources/"+name] = read(t, filepath.Join(example, "sources", name))
	}
	files["sources/skottland.yaml"] = replaceOnce(t, files["sources/skottland.yaml"], "boenden_*.csv", "boenden_{year}.csv")
	text := read(t, filepath.Join(example, "inbox", "skottland_aldreboenden_2016-2024.csv"))
	return smallWorkspace(t, files), byYear(text)
}

func byYear(text string) map[string]string {
	header, rows, _ := strings.Cut(text, "\n")
	years := map[string]string{}
	for line := range strings.Lines(rows) {
		year := line[:4]
		if years[year] == "" {
			years[year] = header + "\n"
		}
		years[year] += line
	}
	return years
}

// TestNineScottishYearsBlockAtMostOnce publishes the nine years one by one, as
// it would have been done: false alarms teach people to look away.
func TestNineScottishYearsBlockAtMostOnce(t *testing.T) {
	t.Parallel()
	dir, years := scotland(t)
	blocked, told := 0, ""
	for i, year := range []string{"2016", "2017", "2018", "2019", "2020", "2021", "2022", "2023", "2024"} {
		write(t, filepath.Join(dir, "inbox", "skottland_aldreboenden_"+year+".csv"), years[year])
		o := options(dir)
		o.Date = time.Date(2016+i, 6, 1, 0, 0, 0, 0, time.UTC)
		report, err := pipeline.Refresh(t.Context(), o)
		for gate := (*pipeline.GateError)(nil); errors.As(err, &gate); gate = nil {
			blocked++
			t.Logf("%s: %v", year, err)
			acknowledged(t, dir, gate.Findings...)
			report, err = pipeline.Refresh(t.Context(), o)
		}
		if err != nil {
			t.Fatal(err)
		}
		told += fmt.Sprintf("%s:", year)
		for _, f := range report.Findings {
			told += fmt.Sprintf(" %s(%d)", f.Check, f.Rows)
			for _, g := range f.Gate {
				t.Logf("%s %s: %s", year, g.Gate, g)
			}
		}
		told += "\n"
	}
	t.Log(told)
	if len(table(t, dir, "source_period")) != 9 {
		t.Error("not all nine years are published")
	}
	if blocked > 1 {
		t.Errorf("%d of the nine years block, want at most one", blocked)
	}
}

// acknowledged adds a row to acknowledged.csv for each finding.
func acknowledged(t *testing.T, dir string, findings ...pipeline.GateFinding) {
	t.Helper()
	path := filepath.Join(dir, "acknowledged.csv")
	text := read(t, path)
	for _, f := range findings {
		text += f.Finding + ",Kontrollerat mot källan.,Anna Ek,2030-01-01\n"
	}
	write(t, path, text)
}

// stopped runs a refresh that a gate must stop, and gives its findings.
func stopped(t *testing.T, o pipeline.Options) []pipeline.GateFinding {
	t.Helper()
	_, err := pipeline.Refresh(t.Context(), o)
	var gate *pipeline.GateError
	if !errors.As(err, &gate) {
		t.Fatalf("a refresh that a gate must stop ended with %v", err)
	}
	return gate.Findings
}

// shrunk takes every factor-th row of a sector out of a year's rows.
func shrunk(text, sector string, factor int) string {
	var b strings.Builder
	n := 0
	for line := range strings.Lines(text) {
		if strings.Contains(line, sector) {
			if n++; n%factor == 0 {
				continue
			}
		}
		b.WriteString(line)
	}
	return b.String()
}

// TestADevelopmentStopsUntilItIsAcknowledged goes the whole way: a year in
// which a third of the idéburna homes are gone, the last edition stays, an
// acknowledgement of other values does not count, the right one does.
func TestADevelopmentStopsUntilItIsAcknowledged(t *testing.T) {
	t.Parallel()
	dir, years := scotland(t)
	inbox := filepath.Join(dir, "inbox", "skottland_aldreboenden_")
	write(t, inbox+"2016.csv", years["2016"])
	first := refreshed(t, options(dir))
	if !slices.ContainsFunc(first.Findings, func(f pipeline.Finding) bool {
		return f.Check == "baseline" && strings.Contains(f.Sentence, "ingen jämförelse")
	}) {
		t.Errorf("the first run does not say that there is no baseline: %v", first.Findings)
	}
	write(t, inbox+"2017.csv", shrunk(years["2017"], "Voluntary or Not for Profit", 3))
	found := stopped(t, options(dir))
	want := "measure=platser_vuxenboende period=2016..2017 place=GB-SCT area=vuxenboende definition=uppgiven sector=ideburen card=skottland"
	if len(found) != 1 || found[0].Gate != "gate_development" || found[0].Cell != want {
		t.Fatalf("found %v", found)
	}
	if current, _ := os.Readlink(filepath.Join(dir, "editions/current")); current != first.Edition {
		t.Errorf("the current edition is %s, not the last good one %s", current, first.Edition)
	}
	other := found[0]
	other.Finding = "0123456789ab"
	acknowledged(t, dir, other)
	stopped(t, options(dir))
	acknowledged(t, dir, found...)
	second := refreshed(t, options(dir))
	rows := table(t, dir, "gate")
	i := slices.IndexFunc(rows, func(row map[string]string) bool { return row["cell"] == want })
	if i < 0 || rows[i]["status"] != "acknowledged" || rows[i]["reason"] != "Kontrollerat mot källan." || rows[i]["expires"] != "2030-01-01" {
		t.Errorf("the table gate tells %v", rows)
	}
	if page := read(t, filepath.Join(dir, "editions/current/quality.en.html")); !strings.Contains(page, `<span lang="sv">Kontrollerat mot källan.</span>`) {
		t.Error("the English page does not say that the reason is in Swedish")
	}
	if !slices.ContainsFunc(second.Findings, func(f pipeline.Finding) bool {
		return f.Check == "acknowledged" && slices.Equal(f.Examples, []string{"acknowledged.csv:2: finding 0123456789ab: matches nothing"})
	}) {
		t.Errorf("the acknowledgement of nothing is not reported: %v", second.Findings)
	}
}

// An acknowledgement does not count from the day on which it expires.
func TestAnExpiredAcknowledgementDoesNotCount(t *testing.T) {
	t.Parallel()
	dir, years := scotland(t)
	inbox := filepath.Join(dir, "inbox", "skottland_aldreboenden_")
	write(t, inbox+"2016.csv", years["2016"])
	refreshed(t, options(dir))
	write(t, inbox+"2017.csv", shrunk(years["2017"], "Voluntary or Not for Profit", 3))
	found := stopped(t, options(dir))
	until := func(day time.Time) {
		write(t, filepath.Join(dir, "acknowledged.csv"), strings.Join(workspace.AcknowledgedColumns(), ",")+"\n"+
			found[0].Finding+",Sett.,Anna Ek,"+day.Format(time.DateOnly)+"\n")
	}
	until(theDay())
	stopped(t, options(dir))
	until(theDay().AddDate(0, 0, 1))
	if report := refreshed(t, options(dir)); !report.New {
		t.Error("nothing is published the day before the acknowledgement expires")
	}
}
