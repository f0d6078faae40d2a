package pipeline_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"tresektor/pipeline"
)

// yearFiles is the small workspace with years from months, and files of some
// months. An association has 10 and a company 30 in each.
func yearFiles(t *testing.T, months ...string) map[string]string {
	t.Helper()
	files := smallFiles()
	files["measure/prov.yaml"] += "years: from_months\n"
	delete(files, "inbox/prov_2024-01.csv")
	for _, month := range months {
		files["inbox/prov_"+month+".csv"] = smallMonth(month, "10,00", "30,00")
	}
	return files
}

// monthsOf are the first months of a year.
func monthsOf(year, last int) (months []string) {
	for month := 1; month <= last; month++ {
		months = append(months, fmt.Sprintf("%d-%02d", year, month))
	}
	return months
}

func TestAPreliminaryYearSaysSo(t *testing.T) {
	t.Parallel()
	files := yearFiles(t, append(monthsOf(2023, 12), monthsOf(2024, 9)...)...)
	dir := smallWorkspace(t, files)
	report := refreshed(t, options(dir))
	got := pick(table(t, dir, "share"), map[string]string{"definition": "snav", "place": "0180", "sector": "ideburen"},
		"period", "amount", "total", "share", "low", "high", "months", "is_preliminary", "providers")
	want := []string{"2023 120.00 480.00 0.250000 0.250000 0.250000 12 false 1", "2024 90.00 360.00 0.250000 0.250000 0.250000 9 true 1"}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("share has\n%s, want\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	card := report.Cards[0]
	if want := "25,0 procent av beloppen gick 2024 till idéburna. Preliminär: 9 av 12 månader."; card.Sentence.SV != want {
		t.Errorf("the card says %q, want %q", card.Sentence.SV, want)
	}
	if want := "25.0 per cent of the amounts went to idéburna in 2024. Preliminary: 9 of 12 months."; card.Sentence.EN != want {
		t.Errorf("the card says %q, want %q", card.Sentence.EN, want)
	}
	if want := "Ingen jämförelse med tidigare år: 9 av 12 månader är inne, och ett år jämförs bara med ett som har samma månader."; card.Change.SV != want {
		t.Errorf("of the change it says %q, want %q", card.Change.SV, want)
	}
	if rows := table(t, dir, "change"); len(rows) != 0 {
		t.Errorf("a preliminary year is compared with a whole one: %v", rows[0])
	}
	for name, text := range map[string]string{
		"index.html":                "Preliminär: 9 av 12 månader.",
		"en.html":                   "Preliminary: 9 of 12 months.",
		"explore.html":              "Preliminär: 9 av 12 månader.",
		"tables/share_prov.px":      "Preliminär: 9 av 12 månader.",
		"tables/share_prov.json":    "Preliminär: 9 av 12 månader.",
		"tables/share_prov.en.json": "Preliminary: 9 of 12 months.",
		"chart/prov-time.sv.svg":    "preliminärt",
		"card-prov.html":            "prov_2024-09.csv",
	} {
		if !strings.Contains(read(t, filepath.Join(dir, "editions/current", name)), text) {
			t.Errorf("%s does not say %q", name, text)
		}
	}
	if svg := read(t, filepath.Join(dir, "editions/current/chart/prov-time.sv.svg")); !strings.Contains(svg, "dasharray") {
		t.Error("the chart of a preliminary year has no dashed line")
	}
}

func TestTwelveMonthsWithoutTheFebruaryAfterArePreliminary(t *testing.T) {
	t.Parallel()
	dir := smallWorkspace(t, yearFiles(t, monthsOf(2024, 12)...))
	first := refreshed(t, options(dir))
	if want := "Preliminär: 12 av 12 månader, men februari året efter är inte inläst än."; !strings.HasSuffix(first.Cards[0].Sentence.SV, want) {
		t.Errorf("the card says %q, want it to end in %q", first.Cards[0].Sentence.SV, want)
	}
	write(t, filepath.Join(dir, "inbox/prov_2025-02.csv"), smallMonth("2025-02", "1,00", "1,00"))
	second := refreshed(t, options(dir))
	if text := second.Cards[0].Sentence.SV; !strings.HasSuffix(text, "Preliminär: 1 av 12 månader.") {
		t.Errorf("with the February after it the card says %q", text)
	}
	got := pick(table(t, dir, "share"), map[string]string{"definition": "snav", "sector": "ideburen"}, "period", "months", "is_preliminary")
	if want := "2024 12 false|2025 1 true"; strings.Join(got, "|") != want {
		t.Errorf("share has %q, want %q", got, want)
	}
}

func TestAPreliminaryYearGrowsWithoutBeingStopped(t *testing.T) {
	t.Parallel()
	files := yearFiles(t, append(monthsOf(2023, 12), "2024-01", "2024-02")...)
	dir := smallWorkspace(t, files)
	refreshed(t, options(dir))
	// In March the association has ten times as much of the whole.
	write(t, filepath.Join(dir, "inbox/prov_2024-03.csv"), smallMonth("2024-03", "400,00", "30,00"))
	report := refreshed(t, options(dir))
	if !report.New || !strings.HasPrefix(report.Cards[0].Sentence.SV, "82,4 procent") {
		t.Errorf("a month more gave %v %q", report.New, report.Cards[0].Sentence.SV)
	}
	for _, row := range table(t, dir, "gate") {
		if row["severity"] == "block" || row["severity"] != "" && row["gate"] == "gate_revision" {
			t.Errorf("a gate found %v", row)
		}
	}
}

func TestAYearOpensDownToTheRowsOfItsMonths(t *testing.T) {
	t.Parallel()
	dir := smallWorkspace(t, yearFiles(t, monthsOf(2024, 3)...))
	refreshed(t, options(dir))
	cell, err := pipeline.ExplainCell(t.Context(), options(dir), "", pipeline.Cell{Measure: "prov", Period: "2024", Place: "0180", Area: "none", Agreement: "none", Definition: "snav"})
	if err != nil {
		t.Fatal(err)
	}
	if cell.Total != "120.00" {
		t.Errorf("the year has %s in all, want 120.00", cell.Total)
	}
	for _, s := range cell.Sectors {
		if s.Sector != "ideburen" {
			continue
		}
		if len(s.Providers) != 1 || s.Providers[0].Amount != "30.00" || len(s.Providers[0].Files) != 3 {
			t.Errorf("behind the idéburna is %+v, want one association with 30.00 in three files", s.Providers)
		}
	}
	told, err := pipeline.ExplainProvider(t.Context(), options(dir), "", "se:8020020718")
	if err != nil {
		t.Fatal(err)
	}
	if len(told.Totals) != 1 {
		t.Errorf("%+v", told.Totals)
	}
}
