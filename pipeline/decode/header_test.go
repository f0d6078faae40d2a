package decode

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTheHeaderIsFound(t *testing.T) {
	for _, test := range []struct {
		name, text string
		options    func(*Options)
		line       int64
		want       []string
	}{
		{name: "first row", text: "a;b;c\nx;y;1\n", line: 1, want: []string{"2", "x", "y", "1.00"}},
		{name: "swapped and unneeded columns", text: "c;z;b;a\n1;q;y;x\n", line: 1, want: []string{"2", "x", "y", "1.00"}},
		{name: "case, space and no-break space", text: " A ;B\u00a0;c\nx;y;1\n", line: 1, want: []string{"2", "x", "y", "1.00"}},
		{name: "quoted, with a mark inside", text: "\"a\";\"\ufeffb\";\"c\"\nx;y;1\n", line: 1, want: []string{"2", "x", "y", "1.00"}},
		{name: "after a preamble", text: "\ufeffStatistik från Skolverket;;;\n;;;\nValt läsår: 2024/25\n\na;b;c\nx;y;1\n", line: 5, want: []string{"6", "x", "y", "1.00"}},
		{name: "comma", text: "a,b,c\nx,\"y;\",1.5\n", line: 1, want: []string{"2", "x", "y;", "1.50"}},
		{name: "tab", text: "a\tb\tc\nx\ty\t1\n", line: 1, want: []string{"2", "x", "y", "1.00"}},
		{name: "declared tab", text: "a\tb\tc\nx\ty\t1\n", options: func(o *Options) { o.Separator = "tab" }, line: 1, want: []string{"2", "x", "y", "1.00"}},
		{name: "semicolon in spite of commas in names", text: "a;b;c;d, e, f, g\nx;y;1;\n", line: 1, want: []string{"2", "x", "y", "1.00"}},
		{name: "an alias", text: "a;b;nettobelopp\nx;y;1\n", options: func(o *Options) { o.Columns[2].Headers = []string{"belopp", "Nettobelopp"} }, line: 1, want: []string{"2", "x", "y", "1.00"}},
		{name: "an optional column that is absent", text: "b;c\ny;1\n", options: func(o *Options) { o.Columns[0].Optional = true }, line: 1, want: []string{"2", "∅", "y", "1.00"}},
		{name: "an optional column that is there", text: "b;c;a\ny;1;x\n", options: func(o *Options) { o.Columns[0].Optional = true }, line: 1, want: []string{"2", "x", "y", "1.00"}},
		{name: "a name with a line end", text: "a;\"b\n(kr)\";c\nx;y;1\n", options: func(o *Options) { o.Columns[1].Headers = []string{"b (kr)"} }, line: 1, want: []string{"3", "x", "y", "1.00"}},
		{name: "the separator that gives most cells", text: "a;z\na,b,c,d\nx,y,1,\n", options: func(o *Options) { o.Columns[1].Optional, o.Columns[2].Optional = true, true },
			line: 2, want: []string{"3", "x", "y", "1.00"}},
		{name: "other names twice", text: "a;b;c;;\nx;y;1;;\n", line: 1, want: []string{"2", "x", "y", "1.00"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			o := plain()
			if test.options != nil {
				test.options(&o)
			}
			rows, account, err := readAll(t, test.text, o)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(table{test.want}, rows); diff != "" || account.HeaderLine != test.line {
				t.Errorf("header on line %d\n%s\n%v", account.HeaderLine, diff, rejected(account))
			}
		})
	}
}

func TestAMissingHeaderSaysWhatIsMissingAndWhatWasFound(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"a renamed column", "a;b;summa\nx;y;1\n", "f.csv: no header row: missing c or belopp; line 1 has a, b, summa"},
		{"the nearest row", "title\na;b;summa\nx;y;1\n", "f.csv: no header row: missing c or belopp; line 2 has a, b, summa"},
		{"nothing right", "år;kön\n", "f.csv: no header row: missing a, b, c or belopp; line 1 has år, kön"},
		{"another separator", "a|b|c\n", "f.csv: no header row: missing a, b, c or belopp; line 1 has a|b|c"},
		{"no header at all", "Anna Andersson;811218-9876;1,00\n", "f.csv: no header row: missing a, b, c or belopp; line 1 has cells that look like data: 3"},
		{"HTML", "<!DOCTYPE html><html><title>404</title></html>", "f.csv: this is an HTML page, not CSV; no header row: missing a, b, c or belopp"},
		{"HTML without doctype", "\n <html>\n", "f.csv: this is an HTML page, not CSV; no header row: missing a, b, c or belopp"},
		{"a workbook", "PK\x03\x04rest", "f.csv: this is a zip archive or XLSX, not CSV; no header row: missing a, b, c or belopp"},
		{"JSON", `{"a": 1}`, "f.csv: this looks like JSON, not CSV; no header row: missing a, b, c or belopp"},
		{"empty", "", "f.csv: the file is empty"},
		{"a mark only", "\ufeff", "f.csv: the file is empty"},
		{"blank lines only", " \n\n", "f.csv: the file is empty"},
		{"a header that occurs twice", "a;b;c;b\nx;y;1;z\n", `f.csv: line 1: the header "b" of column b occurs more than once`},
	} {
		t.Run(test.name, func(t *testing.T) {
			o := plain()
			o.File = "f.csv"
			o.Columns[2].Headers = []string{"c", "belopp"}
			_, _, err := readAll(t, test.text, o)
			if err == nil || err.Error() != test.want {
				t.Errorf("error %v", err)
			}
		})
	}
	var header *HeaderError
	_, _, err := readAll(t, "a;b\n", plain())
	if !errors.As(err, &header) || header.Missing[0][0] != "c" || header.Line != 1 {
		t.Errorf("error %#v", err)
	}
}

func TestAHeaderWithoutRowsGivesNoRows(t *testing.T) {
	for _, text := range []string{"a;b;c", "a;b;c\n", "a;b;c\r\n\r\n"} {
		rows, account, err := readAll(t, text, plain())
		if err != nil || len(rows) != 0 || account.Rows != 0 || account.HeaderLine != 1 {
			t.Errorf("%q: %v %v %v", text, rows, account, err)
		}
	}
}

func TestOptionsThatCannotBeReadAreAllNamed(t *testing.T) {
	_, err := CSV(strings.NewReader(""), Options{
		Encoding: "latin1", Separator: "|", Decimal: ";",
		Masks: map[string]string{"x": "y"},
		Columns: []Column{
			{Name: "a", Type: "number"}, {Name: "a", Type: Text}, {Name: "line", Type: Text},
			{Name: "c", Type: Amount, Scale: 19}, {Name: "d", Type: Date, Layout: "YYYY-MM"},
			{Name: "e", Type: Orgnr}, {Name: "f", Type: PersonName, Of: "c"},
		},
	})
	if err == nil {
		t.Fatal("no error")
	}
	for _, want := range []string{
		`encoding "latin1"`, `separator "|"`, `decimal ";"`, `mask for "x"`, `field "a"`, `field "line"`,
		`unknown type "number"`, "0 to 18 decimals", `layout "YYYY-MM"`, "no key", `"c" is no orgnr column`,
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("the error does not say %s:\n%v", want, err)
		}
	}
}

func TestFoldMakesTextsComparable(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{" Statlig                  ", "statlig"},
		{"\ufeffKOPARE_ID", "kopare_id"},
		{"Antal\u00a0 \n(%)", "antal (%)"},
		{"VA\u0308STERA\u030aS", "västerås"},
		{"", ""},
	} {
		if got := Fold(test.text); got != test.want {
			t.Errorf("Fold(%q) = %q, want %q", test.text, got, test.want)
		}
	}
}
