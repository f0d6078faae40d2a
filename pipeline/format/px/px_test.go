package px_test

import (
	"bytes"
	"flag"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/edition/cube"
	"tresektor/pipeline/format/px"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func both(sv, en string) edition.Text { return edition.Text{SV: sv, EN: en} }

func share(rows ...[]any) edition.Table {
	return edition.Table{
		Name: "share_platser_vuxenboende", Title: both(`Platser på "vuxenboenden" efter sektor`, "Places in care homes by sector"),
		Description: both("Platser den 31 mars.", "Places on 31 March."),
		Notes: []edition.Note{
			{Text: both("Tecken: . ej tillämpligt, .. saknas, ... undertryckt", "Symbols: . not applicable, .. missing, ... suppressed"), Mandatory: true},
			{Text: both("Får inte summeras; se = sidan 2", "May not be summed"), Mandatory: true},
			{Text: both("Två\nrader", "Two\nlines")},
			{Text: both("Skottlands egna regioner", "The councils of Scotland"), Field: "place"},
			{Text: both("Hela landet", "The whole country"), Mandatory: true, Field: "place", Code: "GB-SCT"},
			{Text: both("Summerar inte till 1", "Does not sum to 1"), Mandatory: true, Field: "share"},
			{Text: both("Ska inte finnas här", "Not to be here"), Field: "symbol"},
		},
		Source:    []edition.Text{both("Care Inspectorate", "Care Inspectorate"), both("Skolverket", "Swedish National Agency")},
		Publisher: both("Myndigheten", "The authority"), Contact: "statistik@example.org",
		Licence: "http://creativecommons.org/publicdomain/zero/1.0/", Reference: both("2019/20", "2019/20"),
		Updated: "2026-11-22", NextUpdate: "2027-11-22", Grain: []string{"period", "place", "sector"},
		Fields: []edition.Field{
			{Name: "period", Kind: edition.KindText, Dimension: true, Role: edition.RoleTime, Label: both("Läsår", "School year")},
			{Name: "place", Kind: edition.KindText, Dimension: true, Role: edition.RolePlace, Label: both("Plats", "Place"), Codes: []edition.Code{
				{Code: "GB-SCT", Label: both("Skottland", "Scotland")}, {Code: "GB-MRY", Label: both("Moray", "Moray")}, {Code: "GB-MRX", Label: both("Moray", "Moray, the new one")},
			}},
			{Name: "sector", Kind: edition.KindText, Dimension: true, Label: both("Sektor", "Sector"), Codes: []edition.Code{
				{Code: "public", Label: both("Offentlig", "Public")}, {Code: "ideburen", Label: both("Idéburen", "Non-profit (idéburen)")},
			}},
			{Name: "amount", Kind: edition.KindInteger, Symbol: "symbol", Label: both("Antal", "Amount"), Unit: both("platser", "places")},
			{Name: "share", Kind: edition.KindDecimal, Decimals: 6, Symbol: "symbol", Label: both("Andel", "Share")},
			{Name: "symbol", Kind: edition.KindText},
		},
		Rows: rows,
	}
}

var rows = [][]any{
	{"2019/20", "GB-SCT", "public", int64(908159), "0.841710", ""},
	{"2019/20", "GB-SCT", "ideburen", int64(0), "0.000000", ""},
	{"2018/19", "GB-SCT", "public", nil, nil, edition.NotApplicable},
	{"2018/19", "GB-MRY", "public", int64(7), nil, edition.Suppressed},
	{"2018/19", "GB-MRX", "ideburen", nil, nil, edition.Missing},
}

func write(t *testing.T, tab edition.Table) string {
	t.Helper()
	cubes, err := cube.Of(tab, cube.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := px.Write(&out, cubes[0]); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestWriteIsGolden(t *testing.T) {
	const golden = "testdata/share.px"
	got := write(t, share(rows...))
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", golden, diff)
	}
}

// The rules are those of PxWeb's reference reader and of the format.
func TestAFileKeepsToTheRulesOfTheFormat(t *testing.T) {
	text := write(t, share(rows...))
	if !utf8.ValidString(text) || strings.HasPrefix(text, "\ufeff") {
		t.Error("not UTF-8 without a mark")
	}
	lines := strings.Split(text, "\r\n")
	if lines[2] != `CODEPAGE="utf-8";` {
		t.Errorf("line 3 is %s: readers look for CODEPAGE at the start of one of the first lines", lines[2])
	}
	for i, line := range lines {
		if utf8.RuneCountInString(line) > 256 || strings.Contains(line, "\n") {
			t.Errorf("line %d is too long or has a line break: %q", i+1, line)
		}
	}
	all := keywords(t, text)
	for _, mandatory := range []string{"MATRIX", "SUBJECT-AREA", "SUBJECT-CODE", "CONTENTS", "DECIMALS", "UNITS", "TITLE", "STUB", "HEADING", "DATA",
		"SUBJECT-AREA[en]", "CONTENTS[en]", "UNITS[en]", "TITLE[en]", "STUB[en]", "HEADING[en]"} {
		if all[mandatory] == "" || all[mandatory] == `""` {
			t.Errorf("%s is missing", mandatory)
		}
	}
	if id := strings.Trim(all["MATRIX"], `"`); len(id) > 20 || id == "" {
		t.Errorf("matrix id %q", id)
	}
}

func TestAPXFileIsAskedForInOrder(t *testing.T) {
	text := write(t, share(rows...))
	at := -1
	for _, keyword := range []string{"CHARSET=", "LANGUAGES=", "DECIMALS=", "MATRIX=", "TITLE=", "STUB=", "HEADING=", "CONTVARIABLE=", "VALUES(", "TIMEVAL(", "CODES(", "UNITS=", "NOTEX=", "DATA="} {
		next := strings.Index(text, "\n"+keyword)
		if keyword == "CHARSET=" {
			next = strings.Index(text, keyword)
		}
		if next <= at {
			t.Errorf("%s does not follow what must stand before it", keyword)
		}
		at = next
	}
}

func TestZeroAndTheThreeSymbolsAreFourThings(t *testing.T) {
	all := keywords(t, write(t, share(rows...)))
	want := `"." "." ".." ".." 7 "..." ".." ".." ".." ".." ".." ".." ` + // 2018/19: place by place, sector by sector, amount and share
		`908159 0.841710 0 0.000000 ".." ".." ".." ".." ".." ".." ".." ".."` // 2019/20
	if diff := cmp.Diff(want, strings.Join(strings.Fields(all["DATA"]), " ")); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	for keyword, symbol := range map[string]string{"DATASYMBOL1": `"."`, "DATASYMBOL2": `".."`, "DATASYMBOL3": `"..."`} {
		if all[keyword] != symbol {
			t.Errorf("%s = %s", keyword, all[keyword])
		}
	}
}

func TestEveryNoteIsWhereItBelongs(t *testing.T) {
	all := keywords(t, write(t, share(rows...)))
	for keyword, want := range map[string]string{
		"NOTEX[en]":                          `"Symbols: . not applicable, .. missing, ... suppressed##May not be summed"`,
		"NOTE[en]":                           `"Places on 31 March.##Terms: http://creativecommons.org/publicdomain/zero/1.0/##Two lines"`,
		`NOTE("Plats")`:                      `"Skottlands egna regioner"`,
		`VALUENOTEX[en]("Place","Scotland")`: `"The whole country"`,
		`VALUENOTEX[en]("Figure","Share")`:   `"Does not sum to 1"`,
		`VALUENOTEX("Uppgift","Andel")`:      `"Summerar inte till 1"`,
		`VALUES("Plats")`:                    `"Skottland","Moray (GB-MRY)","Moray (GB-MRX)"`,
		`VALUES[en]("Place")`:                `"Scotland","Moray","Moray, the new one"`,
		`CODES[en]("Place")`:                 `"GB-SCT","GB-MRY","GB-MRX"`,
		`VARIABLECODE("Plats")`:              `"place"`,
		`UNITS("Antal")`:                     `"platser"`,
		`PRECISION("Uppgift","Andel")`:       `6`,
		`SHOWDECIMALS`:                       `0`,
		`DECIMALS`:                           `6`,
		`TIMEVAL("Läsår")`:                   `TLIST(A1),"2018","2019"`,
		`LAST-UPDATED`:                       `"20261122 00:00"`,
		`NEXT-UPDATE`:                        `"20271122 00:00"`,
		`CONTACT[en]`:                        `"The authority, statistik@example.org"`,
		`SOURCE`:                             `"Care Inspectorate; Skolverket"`,
		`CONTENTS`:                           `"Platser på ”vuxenboenden” efter sektor"`,
	} {
		if all[keyword] != want {
			t.Errorf("%s = %s, want %s", keyword, all[keyword], want)
		}
	}
	for keyword := range all {
		if strings.Contains(all[keyword], "inte finnas här") {
			t.Errorf("%s has a note on what is not in the cube", keyword)
		}
	}
}

func TestPeriodsBecomeTimesOfOneScale(t *testing.T) {
	for _, tt := range []struct {
		periods []string
		want    string
	}{
		{[]string{"2019", "2020"}, `TLIST(A1),"2019","2020"`},
		{[]string{"2019-05", "2020-11"}, `TLIST(M1),"201905","202011"`},
		{[]string{"2019-05-31"}, `TLIST(D1),"20190531"`},
		{[]string{"2019", "2019-05"}, ""},
		{[]string{"2019", "2019/20"}, ""}, // both would be 2019
		{[]string{"okänd"}, ""},
	} {
		var some [][]any
		for _, period := range tt.periods {
			some = append(some, []any{period, "GB-SCT", "public", int64(1), nil, nil})
		}
		if got := keywords(t, write(t, share(some...)))[`TIMEVAL("Läsår")`]; got != tt.want {
			t.Errorf("%v: %s, want %s", tt.periods, got, tt.want)
		}
	}
}

func TestALongTextIsSplitOverLinesAndReadsTheSame(t *testing.T) {
	tab := share(rows...)
	long := strings.TrimSpace(strings.Repeat("En lång anmärkning om \"allt\". ", 40))
	tab.Notes = []edition.Note{{Text: both(long, ""), Mandatory: true}}
	text := write(t, tab)
	for _, line := range strings.Split(text, "\r\n") {
		if utf8.RuneCountInString(line) > 256 {
			t.Errorf("a line of %d characters", utf8.RuneCountInString(line))
		}
	}
	want := `"` + strings.ReplaceAll(long, `"`, "”") + `"`
	if got := keywords(t, text)["NOTEX"]; got != want {
		t.Errorf("read as %s", got)
	}
}

// keywords reads a file as the format says: up to a semicolon outside quotes,
// with the parts of a text that was split put together.
func keywords(t *testing.T, text string) map[string]string {
	t.Helper()
	all := map[string]string{}
	for text = strings.TrimSpace(text); text != ""; text = strings.TrimSpace(text) {
		end, inside := 0, false
		for i, r := range text {
			inside = inside != (r == '"')
			if r == ';' && !inside {
				end = i
				break
			}
		}
		if end == 0 {
			t.Fatalf("no semicolon after %q", text)
		}
		entry := text[:end]
		equal := strings.Index(entry, "=")
		keyword := entry[:equal]
		if _, twice := all[keyword]; twice {
			t.Errorf("%s stands twice", keyword)
		}
		all[keyword] = entry[equal+1:]
		if keyword != "DATA" {
			all[keyword] = strings.ReplaceAll(strings.ReplaceAll(all[keyword], "\"\r\n\"", ""), ",\r\n", ",")
		}
		text = text[end+1:]
	}
	return all
}
