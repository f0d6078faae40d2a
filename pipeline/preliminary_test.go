package pipeline_test

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/thedatashed/xlsxreader"

	"tresektor/pipeline"
	"tresektor/pipeline/warehouse"
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

// TestTablesSayThatAYearIsPreliminary asks every form of a table that has a column
// for it: the CSV and its description, Parquet, and the workbook, which says so in
// words where it shows the year, in its charts too.
func TestTablesSayThatAYearIsPreliminary(t *testing.T) {
	t.Parallel()
	dir := smallWorkspace(t, yearFiles(t, append(monthsOf(2023, 12), monthsOf(2024, 9)...)...))
	refreshed(t, options(dir))
	current := filepath.Join(dir, "editions/current")
	files, err := warehouse.OpenFiles(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer files.Close()
	const want = "2023 12 false|2024 9 true"
	for _, name := range []string{"share", "share_kind", "headline"} {
		described := describedColumns(t, filepath.Join(current, "tables", name+".csv-metadata.json"))
		if got := described["months"] + ", " + described["is_preliminary"]; got != "integer, boolean" {
			t.Errorf("%s.csv is described with the columns %v", name, described)
		}
		if got := distinct(pick(table(t, dir, name), nil, "period", "months", "is_preliminary")); got != want {
			t.Errorf("%s.csv has %q, want %q", name, got, want)
		}
		if got := preliminaryInParquet(t, files, filepath.Join(current, "tables", name+".parquet")); got != want {
			t.Errorf("%s.parquet has %q, want %q", name, got, want)
		}
	}
	for file, words := range map[string][]string{
		"report.xlsx":    {"Preliminär: 9 av 12 månader.", "2024 (preliminärt)", "Preliminär"},
		"report.en.xlsx": {"Preliminary: 9 of 12 months.", "2024 (preliminary)", "Preliminary"},
	} {
		said := sheets(t, filepath.Join(current, file))
		if cover, charts := said[0], said[1]; !strings.Contains(cover, words[0]) || !strings.Contains(charts, words[0]) || !strings.Contains(charts, "\n"+words[1]+" ") {
			t.Errorf("%s does not say %q and %q in its first sheets:\n%s\n%s", file, words[0], words[1], cover, charts)
		}
		if rows := strings.Join(said[2:], "\n"); !strings.Contains(rows, words[2]) {
			t.Errorf("%s has no column %q", file, words[2])
		}
	}
}

// describedColumns are the kinds of a CSV file's columns as CSVW says.
func describedColumns(t *testing.T, path string) map[string]string {
	t.Helper()
	var description struct {
		TableSchema struct {
			Columns []struct {
				Name     string
				Datatype any
			}
		}
	}
	if err := json.Unmarshal([]byte(read(t, path)), &description); err != nil {
		t.Fatal(err)
	}
	kinds := map[string]string{}
	for _, c := range description.TableSchema.Columns {
		kinds[c.Name] = fmt.Sprint(c.Datatype)
	}
	return kinds
}

// preliminaryInParquet are the periods of a Parquet file with what they lack.
func preliminaryInParquet(t *testing.T, files *warehouse.Warehouse, path string) string {
	t.Helper()
	if err := files.View(t.Context(), "p", []string{path}); err != nil {
		t.Fatal(err)
	}
	var got string
	err := files.QueryRow(t.Context(), `select string_agg(said, '|' order by said)
		from (select distinct period || ' ' || months || ' ' || is_preliminary as said from p)`).Scan(&got)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// distinct are texts in their order, each once.
func distinct(texts []string) string {
	return strings.Join(slices.Compact(slices.Sorted(slices.Values(texts))), "|")
}

// sheets are the texts of a workbook's sheets, a line a row.
func sheets(t *testing.T, path string) (said []string) {
	t.Helper()
	book, err := xlsxreader.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	for _, sheet := range book.Sheets {
		var text strings.Builder
		for row := range book.ReadRows(sheet) {
			for _, c := range row.Cells {
				text.WriteString(c.Value + " ")
			}
			text.WriteString("\n")
		}
		said = append(said, text.String())
	}
	return said
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
