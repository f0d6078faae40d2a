package pipeline

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/xlsx"
	"tresektor/pipeline/workspace"
)

// bookSession has one card: pupils in Sweden under snav, after another measure.
func bookSession() *session {
	s := &session{space: &workspace.Workspace{}}
	s.space.Config.Headline = []workspace.Card{{
		ID: "skola", Measure: "elever", Place: "SE", Area: "skola", Agreement: "none", Definition: "snav",
		Earlier: &workspace.Earlier{Measure: "elever_ak9", Area: "none"},
	}}
	return s
}

func bookTable(name string, fields []string, rows ...[]any) edition.Table {
	t := edition.Table{Name: name, Title: word("Rubrik", "Title"), Grain: fields[:1], Rows: rows}
	for _, f := range fields {
		t.Fields = append(t.Fields, edition.Field{Name: f, Kind: edition.KindText})
	}
	return t
}

func firstCells(rows [][]any) (list []any) {
	for _, row := range rows {
		list = append(list, row[0])
	}
	return list
}

func TestASheetHoldsTheRowsOfTheCards(t *testing.T) {
	share := bookTable("share", []string{"id", "definition", "measure", "place", "area", "agreement"},
		[]any{"own", "snav", "elever", "SE", "skola", "none"},
		[]any{"another place", "snav", "elever", "0180", "skola", "none"},
		[]any{"another definition", "bred", "elever", "SE", "skola", "none"},
		[]any{"another of both", "bred", "elever", "0180", "skola", "none"},
		[]any{"another area", "snav", "elever", "SE", "gymnasium", "none"},
		[]any{"another agreement", "snav", "elever", "SE", "skola", "lov"},
		[]any{"another measure", "snav", "timmar", "SE", "skola", "none"},
		[]any{"before a break", "snav", "elever_ak9", "SE", "none", "none"})
	sheet := bookSession().sheet(share, edition.Swedish)
	want := []any{"own", "another place", "another definition", "before a break"}
	if diff := cmp.Diff(want, firstCells(sheet.Table.Rows)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if sheet.Picked == "" || sheet.Whole != 8 || len(share.Rows) != 8 {
		t.Errorf("the sheet does not say that rows are missing: %q, %d", sheet.Picked, sheet.Whole)
	}
}

func TestAWholeSheetSaysThatItIs(t *testing.T) {
	for _, table := range []edition.Table{
		bookTable("headline", []string{"card", "definition", "measure", "place", "area", "agreement"}, []any{"x", "bred", "timmar", "SE", "", ""}),
		bookTable("classification", []string{"definition", "provider_id", "name"}, []any{"snav", "se:1", "A"}),
		bookTable("source", []string{"source"}, []any{"skola"}),
	} {
		sheet := bookSession().sheet(table, edition.Swedish)
		if len(sheet.Table.Rows) != 1 || sheet.Picked != "" {
			t.Errorf("%s: %d rows, %q", table.Name, len(sheet.Table.Rows), sheet.Picked)
		}
		if byName := sheet.SortedBy == "name"; byName != (table.Name == "classification") {
			t.Errorf("%s is sorted by %q", table.Name, sheet.SortedBy)
		}
	}
}

func TestATableThatIsTooLargeIsLeftOutAndNamed(t *testing.T) {
	large := bookTable("source", []string{"source"})
	for i := range mostSheetRows + 1 {
		large.Rows = append(large.Rows, []any{fmt.Sprint(i)})
	}
	fits := bookTable("check", []string{"check"}, large.Rows[:mostSheetRows]...)
	headline := bookTable("headline", []string{"card"}, []any{"skola"})
	r := bookSession().workbook([]edition.Table{large, fits, headline}, nil, edition.Swedish)
	if diff := cmp.Diff([]xlsx.LeftOut{{Name: "source", Title: "Rubrik", Rows: mostSheetRows + 1}}, r.LeftOut); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	names := []string{}
	for _, s := range r.Sheets {
		names = append(names, s.Table.Name)
	}
	if !slices.Equal(names, []string{"headline", "check"}) {
		t.Errorf("sheets are %v", names)
	}
}

func TestACardsPeriodsSayWhatTheyCount(t *testing.T) {
	share := int64(32_965)
	before := Period{Period: "2019/20", Sectors: []Sector{{Code: "ideburen", Share: &share, Low: &share, High: &share}}}
	after := Period{Period: "2024/25", Sectors: []Sector{{Code: "ideburen"}}}
	s := bookSession()
	s.space.Measures = []workspace.Measure{{ID: "elever_ak9", Label: workspace.Text{SV: "Elever i årskurs 9"}}}
	card := s.workbookCard(Card{ID: "skola", Measure: word("Elever", "Pupils"), Earlier: []Period{before}, Periods: []Period{after}}, edition.Swedish)
	if a, b := card.Periods[0], card.Periods[1]; a.Measure != "Elever i årskurs 9" || b.Measure != "Elever" {
		t.Errorf("they count %q and %q", a.Measure, b.Measure)
	}
	if first, last := card.Periods[0].Sectors[2], card.Periods[1].Sectors[2]; first.Low != "0.032965" || last.Low != edition.NotApplicable {
		t.Errorf("their shares are %q and %q", first.Low, last.Low)
	}
}
