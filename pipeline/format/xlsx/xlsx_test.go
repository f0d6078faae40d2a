package xlsx_test

import (
	"archive/zip"
	"bytes"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/thedatashed/xlsxreader"
	"pgregory.net/rapid"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/xlsx"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func word(sv, en string) edition.Text { return edition.Text{SV: sv, EN: en} }

func table(rows ...[]any) edition.Table {
	return edition.Table{
		Name: "share", Title: word("Andel per sektor", "Share by sector"),
		Description: word("Varje sektors andel.", "Each sector's share."), Grain: []string{"sector"},
		Fields: []edition.Field{
			{Name: "sector", Kind: edition.KindText, Dimension: true, Label: word("Sektor", "Sector"), Codes: []edition.Code{
				{Code: "public", Label: word("Offentlig", "Public")},
				{Code: "private", Label: word("Privat", "Private")},
				{Code: "ideburen", Label: word("Idéburen", "Non-profit")},
				{Code: "a1", Label: word("Annan", "Other")}, {Code: "a2", Label: word("Annan", "Other")},
			}},
			{Name: "providers", Kind: edition.KindInteger, Label: word("Utförare", "Providers"), Symbol: "symbol"},
			{Name: "share", Kind: edition.KindDecimal, Decimals: 6, Percent: true, Label: word("Andel", "Share"), Unit: word("andel av 1", "share of 1"), Symbol: "symbol"},
			{Name: "amount", Kind: edition.KindDecimal, Decimals: 6, Label: word("Mängd", "Amount"), Unit: word("kr", "SEK"), Symbol: "symbol"},
			{Name: "contested", Kind: edition.KindBoolean, Label: word("Omstridd", "Contested")},
			{Name: "from_date", Kind: edition.KindDate, Label: word("Från", "From")},
			{Name: "name", Kind: edition.KindText, FromSource: true, Label: word("Namn", "Name")},
			{Name: "symbol", Kind: edition.KindText, Label: word("Tecken", "Symbol")},
		},
		Notes: []edition.Note{
			{Text: word("Får visas ensam.", "May stand alone.")},
			{Text: word("Läs detta först.", "Read this first."), Mandatory: true},
			{Text: word("Gäller andelen.", "About the share."), Field: "share"},
			{Text: word("Gäller idéburna.", "About the idéburen."), Field: "sector", Code: "ideburen"},
		},
		Source: []edition.Text{word("Skolverket: elever", "Skolverket: pupils")}, Reference: word("2024", "2024"),
		Rows: rows,
	}
}

func rows() [][]any {
	return [][]any{
		{"public", int64(12345), "0.900000", "1234567.50", true, "2024-10-15", "Ängelholms kommun", ""},
		{"private", int64(0), "-0.032965", "-0.5", false, "1850-01-01", "=HYPERLINK(\"x\")", ""},
		{"ideburen", nil, nil, nil, nil, nil, nil, "..."},
		{"a1", nil, "0", nil, nil, nil, "", ""},
		{"a2", nil, nil, nil, nil, nil, "två\nrader", ".."},
	}
}

func report(sheets ...xlsx.Sheet) xlsx.Report {
	return xlsx.Report{
		Language: edition.Swedish, Title: "Tre sektorer & mer", Publisher: "Myndigheten", Contact: "statistik@example.org",
		Licence: "https://example.org/villkor", Date: "2026-11-22", Banner: "Exempelutgåva.", Sheets: sheets,
		LeftOut: []xlsx.LeftOut{{Name: "ledger", Title: "Reskontra", Rows: 2_000_000}},
	}
}

// card has three years, of which the last two have a range.
func card() xlsx.Card {
	c := xlsx.Card{Title: "Elever", Sentences: []string{"3,3 procent.", "Andra mer."}, Lines: []string{"Det är säkert."}}
	for i, high := range []string{"0.10", "0.12", "0.13"} {
		c.Periods = append(c.Periods, xlsx.Period{Label: fmt.Sprint(2022 + i), Measure: "elever", Sectors: []xlsx.Range{
			{Sector: "public", Label: "Offentlig", Low: "0.8", High: "0.8"},
			{Sector: "ideburen", Label: "Idéburen", Low: "0.10", High: high},
		}})
	}
	return c
}

func whole(t edition.Table) xlsx.Sheet { return xlsx.Sheet{Table: t, Whole: len(t.Rows)} }

func write(t interface{ Fatal(...any) }, r xlsx.Report) []byte {
	var out bytes.Buffer
	if err := xlsx.Write(&out, r); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// read gives the cells of a sheet, by reference, as another reader sees them.
func read(t interface{ Fatal(...any) }, content []byte, sheet string) map[string]xlsxreader.Cell {
	book, err := xlsxreader.NewReader(content)
	if err != nil {
		t.Fatal(err)
	}
	cells := map[string]xlsxreader.Cell{}
	for row := range book.ReadRows(sheet) {
		if row.Error != nil {
			t.Fatal(row.Error)
		}
		for _, c := range row.Cells {
			cells[fmt.Sprint(c.Column, c.Row)] = c
		}
	}
	return cells
}

// part gives the text of one part of a workbook.
func part(t *testing.T, content []byte, name string) string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	file, err := archive.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func wantCells(t *testing.T, cells map[string]xlsxreader.Cell, kind xlsxreader.CellType, want map[string]string) {
	t.Helper()
	for at, value := range want {
		if c := cells[at]; c.Value != value || c.Type != kind {
			t.Errorf("%s is %q, a %s; want %q, a %s", at, c.Value, c.Type, value, kind)
		}
	}
}

func TestWriteIsGolden(t *testing.T) {
	for _, language := range []string{edition.Swedish, edition.English} {
		r := report(whole(table(rows()...)))
		r.Language, r.Cards = language, []xlsx.Card{card()}
		content := write(t, r)
		book, err := xlsxreader.NewReader(content)
		if err != nil {
			t.Fatal(err)
		}
		var got strings.Builder
		for _, sheet := range book.Sheets {
			fmt.Fprintf(&got, "== %s\n", sheet)
			for row := range book.ReadRows(sheet) {
				for _, c := range row.Cells {
					fmt.Fprintf(&got, "%s%d %s %q\n", c.Column, c.Row, c.Type, c.Value)
				}
			}
		}
		golden := "testdata/report." + language + ".txt"
		if *update {
			if err := os.WriteFile(golden, []byte(got.String()), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got.String()); diff != "" {
			t.Errorf("-want +got:\n%s", diff)
		}
	}
}

func TestZeroAndTheThreeSymbolsAreFourThings(t *testing.T) {
	cells := read(t, write(t, report(whole(table(rows()...)))), "share")
	wantCells(t, cells, xlsxreader.TypeNumerical, map[string]string{"B7": "0", "C9": "0"})
	wantCells(t, cells, xlsxreader.TypeString, map[string]string{"B8": "...", "B9": ".", "B10": "..", "E8": "..", "F8": ".."})
	if c, found := cells["G9"]; found {
		t.Errorf("an empty text is %q", c.Value)
	}
}

func TestNumbersAreNumbers(t *testing.T) {
	content := write(t, report(whole(table(rows()...))))
	cells := read(t, content, "share")
	wantCells(t, cells, xlsxreader.TypeNumerical, map[string]string{"B6": "12345", "C6": "0.9", "C7": "-0.032965", "D6": "1234567.5", "D7": "-0.5"})
	wantCells(t, cells, xlsxreader.TypeBoolean, map[string]string{"E6": "1", "E7": "0"})
	wantCells(t, cells, xlsxreader.TypeString, map[string]string{"F7": "1850-01-01"})
	if c := cells["F6"]; c.Type != xlsxreader.TypeDateTime || !strings.HasPrefix(c.Value, "2024-10-15") {
		t.Errorf("the date is %q, a %s", c.Value, c.Type)
	}
	for _, format := range []string{`"#,##0"`, `"0.0000%"`, `"#,##0.00"`, `"#,##0.0"`} {
		if !strings.Contains(part(t, content, "xl/styles.xml"), "formatCode="+format) {
			t.Errorf("no number has the format %s", format)
		}
	}
}

// A spreadsheet keeps fifteen digits; what has more would be another number.
func TestANumberTooLongForASpreadsheetIsText(t *testing.T) {
	tab := table([]any{"a1", int64(999_999_999_999_999), nil, "1234567890.123456", nil, nil, nil, ""},
		[]any{"a2", int64(1_000_000_000_000_001), nil, "0.000001", nil, nil, nil, ""})
	cells := read(t, write(t, report(whole(tab))), "share")
	wantCells(t, cells, xlsxreader.TypeNumerical, map[string]string{"B6": "999999999999999", "D7": "0.000001"})
	wantCells(t, cells, xlsxreader.TypeString, map[string]string{"B7": "1000000000000001", "D6": "1234567890.123456"})
	wantSaid(t, cells, "15 siffror", 1)
}

func wantSaid(t *testing.T, cells map[string]xlsxreader.Cell, text string, times int) {
	t.Helper()
	n := 0
	for _, c := range cells {
		n += strings.Count(c.Value, text)
	}
	if n != times {
		t.Errorf("%q stands %d times, want %d", text, n, times)
	}
}

func TestAPublishersTextIsNoFormula(t *testing.T) {
	for _, start := range []string{"=", "+", "-", "@", "\t", "\r", "\n"} {
		content := write(t, report(whole(table([]any{start + "1", nil, nil, nil, nil, nil, start + "1+1", ""}))))
		wantCells(t, read(t, content, "share"), xlsxreader.TypeString, map[string]string{"A6": start + "1", "G6": "'" + start + "1+1"})
		if strings.Contains(part(t, content, "xl/worksheets/sheet2.xml"), "<f>") {
			t.Errorf("%q became a formula", start)
		}
	}
}

func TestTextThatIsTooLongIsNeverCutSilently(t *testing.T) {
	for _, letter := range []string{"å", "😀"} {
		fits := strings.Repeat(letter, 32_767/len([]rune(letter))/utf16Length(letter))
		long := strings.Repeat(letter, 40_000)
		cells := read(t, write(t, report(whole(table([]any{"a1", nil, nil, nil, nil, nil, fits, ""}, []any{"a2", nil, nil, nil, nil, nil, long, ""})))), "share")
		if cells["G6"].Value != fits {
			t.Errorf("a text that fits was changed")
		}
		got := cells["G7"].Value
		mark := fmt.Sprintf(" … [avkortad, %d tecken i hela texten]", 40_000*utf16Length(letter))
		head, found := strings.CutSuffix(got, mark)
		if n := utf16Length(got); !found || !strings.HasPrefix(long, head) || n > 32_767 || n < 32_766 {
			t.Errorf("%d units, ending in %q", n, got[len(got)-60:])
		}
		wantSaid(t, cells, "Text som är längre är avkortad", 1)
	}
}

func utf16Length(text string) (n int) {
	for _, r := range text {
		n++
		if r > 0xFFFF {
			n++
		}
	}
	return n
}

func TestControlCharactersAreShown(t *testing.T) {
	cells := read(t, write(t, report(whole(table([]any{"a1", nil, nil, nil, nil, nil, "a\x01b\x1f\uffff_x0041_\r\n\tå", ""})))), "share")
	// The reader does not know that _x005F_ is how a workbook writes _.
	wantCells(t, cells, xlsxreader.TypeString, map[string]string{"G6": "a␁b␟\uFFFD_x005F_x0041_\r\n\tå"})
	wantSaid(t, cells, "Styrtecken", 1)
}

func TestLabelsStandForCodesThatCanBeFoundAgain(t *testing.T) {
	content := write(t, report(whole(table(rows()...))))
	wantCells(t, read(t, content, "share"), xlsxreader.TypeString, map[string]string{"A6": "Offentlig", "A9": "Annan (a1)", "A10": "Annan (a2)"})
	wantCells(t, read(t, content, "code"), xlsxreader.TypeString, map[string]string{
		"A6": "sector", "B6": "a1", "C6": "Annan (a1)", "B8": "ideburen", "C8": "Idéburen", "B9": "public", "B10": "private"})
}

func TestRowsAreSortedAsSwedesLookThemUp(t *testing.T) {
	var unsorted [][]any
	for i, name := range []string{"Öland", "Zeta", "Ärla", "Ådalen", "ader", "Vara", "Ängelholm", "Wara", "Österby"} {
		unsorted = append(unsorted, []any{fmt.Sprint(i), nil, nil, nil, nil, nil, name, ""})
	}
	sheet := whole(table(unsorted...))
	sheet.SortedBy = "name"
	cells := read(t, write(t, report(sheet)), "share")
	var got []string
	for i := range unsorted {
		got = append(got, cells[fmt.Sprint("G", 6+i)].Value)
	}
	if want := "ader Vara Wara Zeta Ådalen Ängelholm Ärla Öland Österby"; strings.Join(got, " ") != want {
		t.Errorf("sorted as %v, want %s", got, want)
	}
	if unsorted[0][6] != "Öland" {
		t.Error("the table itself was sorted")
	}
}

func TestNotesStandUnderTheTableOnce(t *testing.T) {
	cells := read(t, write(t, report(whole(table(rows()...)))), "share")
	wantCells(t, cells, xlsxreader.TypeString, map[string]string{
		"A12": "Anmärkningar", "A13": "Läs detta först.", "A14": "Får visas ensam.",
		"A15": "Idéburen: Gäller idéburna.", "A16": "Andel: Gäller andelen.", "A17": "Källor: Skolverket: elever", "A18": "Avser: 2024"})
	for _, text := range []string{"Läs detta först.", "Gäller andelen.", "Gäller idéburna."} {
		wantSaid(t, cells, text, 1)
	}
}

func TestASheetSaysWhatIsLeftOut(t *testing.T) {
	sheet := whole(table(rows()...))
	sheet.Picked, sheet.Whole = "Bara riket.", 117_200
	content := write(t, report(sheet))
	wantCells(t, read(t, content, "share"), xlsxreader.TypeString, map[string]string{
		"A3": "Bara riket. Här är 5 av tabellens 117200 rader; alla finns i tables/share.csv och .parquet."})
	cover := read(t, content, "Om")
	for _, text := range []string{"Bara riket.", "tables/share.csv", "Tabeller som inte finns i arbetsboken", "tables/ledger.csv", "Exempelutgåva.", "https://example.org/villkor"} {
		wantSaid(t, cover, text, 1)
	}
}

func TestASheetIsReadyToPrint(t *testing.T) {
	content := write(t, report(whole(table(rows()...))))
	sheet := part(t, content, "xl/worksheets/sheet2.xml")
	for _, want := range []string{`orientation="landscape"`, `fitToPage="true"`, `fitToHeight="0"`, `Tre sektorer &amp;&amp; mer, 2026-11-22`,
		`Sida &amp;P av &amp;N`, `ySplit="5"`, `state="frozen"`, `<autoFilter ref="$A$5:$H$10"`, `width="`} {
		if !strings.Contains(strings.ReplaceAll(sheet, `fitToPage="1"`, `fitToPage="true"`), want) {
			t.Errorf("the sheet lacks %s", want)
		}
	}
	if book := part(t, content, "xl/workbook.xml"); !strings.Contains(book, "_xlnm.Print_Titles") || !strings.Contains(book, "&#39;share&#39;!$5:$5") {
		t.Errorf("the header row is not repeated: %s", book)
	}
}

func TestWriteRefusesWhatItCannotWrite(t *testing.T) {
	many := table()
	many.Rows = slices.Repeat(rows()[:1], 1_048_576)
	for name, tab := range map[string]edition.Table{"1048576 rows": many, "row 1": table([]any{"a", 0.5, nil, nil, nil, nil, nil, ""})} {
		if err := xlsx.Write(io.Discard, report(whole(tab))); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("error is %v, want one that says %s", err, name)
		}
	}
}

func TestWriteReportsAFullDisk(t *testing.T) {
	if err := xlsx.Write(full{}, report()); err == nil {
		t.Error("no error")
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, os.ErrClosed }

func TestTheSameReportGivesTheSameBytes(t *testing.T) {
	r := report(whole(table(rows()...)))
	for i := range 30 {
		each := table(rows()...)
		each.Name = fmt.Sprint("table_", i)
		r.Sheets = append(r.Sheets, whole(each))
	}
	r.Cards = []xlsx.Card{card(), card()}
	want := write(t, r)
	for i := range 20 {
		before := runtime.GOMAXPROCS(1 + i%3)
		got := write(t, r)
		runtime.GOMAXPROCS(before)
		if !bytes.Equal(got, want) {
			t.Fatalf("other bytes the %d. time", i+2)
		}
	}
}

// What another reader gets is what was in the table.
func TestRoundTrip(t *testing.T) {
	text := rapid.StringOf(rapid.RuneFrom([]rune("aå ;\"'&<>\n=\u00a0😀\t")))
	rapid.Check(t, func(r *rapid.T) {
		var list [][]any
		want := map[string]string{}
		for i := range rapid.IntRange(0, 5).Draw(r, "rows") {
			name, n := "x"+text.Draw(r, "name"), rapid.Int64Range(-1e14, 1e14).Draw(r, "amount")
			share := fmt.Sprintf("0.%06d", rapid.IntRange(1, 999_999).Draw(r, "share"))
			list = append(list, []any{fmt.Sprint(i), n, share, nil, nil, nil, name, ""})
			want[fmt.Sprint("B", 6+i)], want[fmt.Sprint("C", 6+i)], want[fmt.Sprint("G", 6+i)] = fmt.Sprint(n), strings.TrimRight(share, "0"), name
		}
		cells := read(r, write(r, report(whole(table(list...)))), "share")
		for at, value := range want {
			if cells[at].Value != value {
				r.Fatalf("%s is %q, want %q", at, cells[at].Value, value)
			}
		}
	})
}
