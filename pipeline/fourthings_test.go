package pipeline

import (
	"flag"
	"os"
	"testing"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/edition/cube"
)

var keep = flag.String("keep", "", "folder to leave the tables of TestZeroAndTheSymbolsAreFourThings in, for make conformance")

// TestZeroAndTheSymbolsAreFourThings writes a table with 0, ".", ".." and
// "..." in every format there is. Each format's own tests say how it tells
// them apart; make conformance asks readers from outside the same of these
// files, because the example has nothing suppressed.
func TestZeroAndTheSymbolsAreFourThings(t *testing.T) {
	c, err := edition.NewCandidate(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	share := fourThings()
	if err := writeTables(c, []edition.Table{share, oneMeasure()}); err != nil {
		t.Fatal(err)
	}
	if err := writeCubes(c, []edition.Table{withoutMeasure(share)}, cube.Options{}); err != nil {
		t.Fatal(err)
	}
	want := 2*len(tableFormats()) + 1 + len(cubeFormats())
	if got := len(c.Files()); got != want {
		t.Errorf("%d files, want %d", got, want)
	}
	if *keep == "" {
		return
	}
	if err := os.CopyFS(*keep, os.DirFS(c.Folder())); err != nil {
		t.Fatal(err)
	}
}

func fourThings() edition.Table {
	return edition.Table{
		Name: "share", Title: word("Fyra saker", "Four things"), Grain: []string{"measure", "period", "sector"}, Updated: "2026-11-22",
		Notes: []edition.Note{symbolNote(), {Text: word("Andel av känd mängd; \"känd\" är det som syns", "Share of known amounts"), Field: "share"}},
		Fields: []edition.Field{
			{Name: "measure", Kind: edition.KindText, Dimension: true, Label: word("Mått", "Measure")},
			{Name: "period", Kind: edition.KindText, Dimension: true, Role: edition.RoleTime, Label: word("Period", "Period")},
			{Name: "sector", Kind: edition.KindText, Dimension: true, Label: word("Sektor", "Sector"),
				Codes: []edition.Code{{Code: "public", Label: word("Offentlig", "Public")}, {Code: "ideburen", Label: word("Idéburen", "Non-profit")}}},
			{Name: "amount", Kind: edition.KindInteger, Symbol: "symbol", Label: word("Mängd", "Amount")},
			{Name: "share", Kind: edition.KindDecimal, Decimals: 6, Symbol: "symbol", Label: word("Andel", "Share")},
			{Name: "symbol", Kind: edition.KindText, Label: word("Tecken", "Symbol")},
		},
		Rows: [][]any{
			{"prov", "2022", "public", int64(7), "1.000000", ""},
			{"prov", "2022", "ideburen", int64(0), "0.000000", ""},
			{"prov", "2023", "public", nil, nil, edition.NotApplicable},
			{"prov", "2023", "ideburen", nil, nil, edition.Missing},
			{"prov", "2024", "public", nil, nil, edition.Suppressed},
			{"prov", "2024", "ideburen", int64(-3), nil, ""},
		},
	}
}

func oneMeasure() edition.Table {
	return edition.Table{
		Name: "measure", Grain: []string{"measure"}, Rows: [][]any{{"prov"}},
		Fields: []edition.Field{{Name: "measure", Kind: edition.KindText, Label: word("Mått", "Measure")}},
	}
}

func withoutMeasure(t edition.Table) edition.Table {
	t.Name, t.Grain, t.Fields = "share_prov", t.Grain[1:], t.Fields[1:]
	rows := t.Rows
	t.Rows = nil
	for _, row := range rows {
		t.Rows = append(t.Rows, row[1:])
	}
	return t
}
