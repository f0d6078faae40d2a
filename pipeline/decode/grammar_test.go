package decode

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// plain are three columns: text, text and an amount with two decimals.
func plain() Options {
	return Options{Columns: []Column{
		{Name: "a", Type: Text},
		{Name: "b", Type: Text},
		{Name: "c", Type: Amount, Scale: 2},
	}}
}

// rejected lists rejects as "line column reason text".
func rejected(a Account) (list []string) {
	for _, r := range a.Rejects {
		list = append(list, strings.Join(strings.Fields(fmt.Sprint(r.Line, " ", r.Column, " ", r.Reason, " ", r.Text)), " "))
	}
	return list
}

func TestRowsAreFound(t *testing.T) {
	const (
		open  = "a quotation mark that is not closed"
		after = "text after a closing quotation mark"
	)
	for _, test := range []struct {
		name, rows string
		want       table
		rejects    []string
	}{
		{name: "a header without rows"},
		{name: "LF", rows: "x;y;1\nz;w;2\n", want: table{{"2", "x", "y", "1.00"}, {"3", "z", "w", "2.00"}}},
		{name: "the last line without an end", rows: "x;y;1", want: table{{"2", "x", "y", "1.00"}}},
		{name: "CRLF", rows: "x;y;1\r\nz;w;2\r\n", want: table{{"2", "x", "y", "1.00"}, {"3", "z", "w", "2.00"}}},
		{name: "bare CR", rows: "x;y;1\rz;w;2\r", want: table{{"2", "x", "y", "1.00"}, {"3", "z", "w", "2.00"}}},
		{name: "all line ends at once", rows: "x;y;1\rz;w;2\r\nu;v;3\nq;r;4", want: table{
			{"2", "x", "y", "1.00"}, {"3", "z", "w", "2.00"}, {"4", "u", "v", "3.00"}, {"5", "q", "r", "4.00"}}},
		{name: "blank lines are no rows but are counted as lines", rows: "\n \n\r\nx;y;1\n\n", want: table{{"5", "x", "y", "1.00"}}},
		{name: "a line of separators is a row", rows: ";;\n", want: table{{"2", "∅", "∅", "∅"}}},
		{name: "quoted separator and line ends", rows: "\"x;\r\nz\";\"y\n\";1\nu;v;2\n",
			want: table{{"2", "x;\r\nz", "y", "1.00"}, {"5", "u", "v", "2.00"}}},
		{name: "doubled quotation marks", rows: "\"x \"\"y\"\"\";\"\"\"\";\"1\"\n", want: table{{"2", `x "y"`, `"`, "1.00"}}},
		{name: "an empty quoted cell", rows: "\"\";y;1\n", want: table{{"2", "∅", "y", "1.00"}}},
		{name: "a quotation mark inside a cell is a character", rows: "rör 5\";\t\"y;1\n", want: table{{"2", `rör 5"`, `"y`, "1.00"}}},
		{name: "too few fields", rows: "x;y\nz;w;2\n", want: table{{"3", "z", "w", "2.00"}}, rejects: []string{"2 fields in the row: 2, in the header: 3 x;y"}},
		{name: "a trailing separator", rows: "x;y;1;\nz;w;2\n", want: table{{"3", "z", "w", "2.00"}}, rejects: []string{"2 fields in the row: 4, in the header: 3 x;y;1;"}},
		{name: "too few quoted fields", rows: "\"x\";y\nz;w;2\n", want: table{{"3", "z", "w", "2.00"}}, rejects: []string{`2 fields in the row: 2, in the header: 3 "x";y`}},
		{name: "a truncated last row", rows: "x;y;1\nz;w", want: table{{"2", "x", "y", "1.00"}}, rejects: []string{"3 fields in the row: 2, in the header: 3 z;w"}},
		{name: "text after a closing quotation mark", rows: "\"x\"z;y;1\nz;w;2\n", want: table{{"3", "z", "w", "2.00"}}, rejects: []string{`2 ` + after + ` "x"z;y;1`}},
		{name: "unclosed, then nothing quoted", rows: "\"x;y;1\nz;w;2\nu;v;3\n",
			want: table{{"3", "z", "w", "2.00"}, {"4", "u", "v", "3.00"}}, rejects: []string{`2 ` + open + ` "x;y;1`}},
		{name: "unclosed, then a quoted cell", rows: "\"x;y;1\nz;\"w;\";2\nu;v;3\n",
			want: table{{"3", "z", "w;", "2.00"}, {"4", "u", "v", "3.00"}}, rejects: []string{`2 ` + open + ` "x;y;1`}},
		{name: "unclosed in the second cell, then an empty quoted cell", rows: "x;\"y;1\nz;\"\";2\nu;v;3\n",
			want: table{{"3", "z", "∅", "2.00"}, {"4", "u", "v", "3.00"}}, rejects: []string{`2 ` + open + ` x;"y;1`}},
		{name: "unclosed, closed by chance in another column", rows: "\"x;y;1\nz;w\";2\nu;v;3\n",
			want: table{{"3", "z", `w"`, "2.00"}, {"4", "u", "v", "3.00"}}, rejects: []string{`2 ` + open + ` "x;y;1`}},
		{name: "unclosed, closed by chance in the same column", rows: "x;\"y;1\nq;r;4\nz;w\";2\nu;v;3\n",
			want:    table{{"3", "q", "r", "4.00"}, {"4", "z", `w"`, "2.00"}, {"5", "u", "v", "3.00"}},
			rejects: []string{`2 ` + open + ` x;"y;1`}},
		{name: "unclosed, closed by chance in a line with too many fields", rows: "\"x;y;1\nz;w;2;9\";3\nu;v;3\n",
			want: table{{"4", "u", "v", "3.00"}}, rejects: []string{`2 ` + open + ` "x;y;1`, `3 fields in the row: 5, in the header: 3 z;w;2;9";3`}},
		{name: "unclosed at the end of the file", rows: "x;y;1\nz;\"w;2", want: table{{"2", "x", "y", "1.00"}}, rejects: []string{`3 ` + open + ` z;"w;2`}},
		{name: "a NUL byte", rows: "x\x00;y;1\nz;w;2\n", want: table{{"3", "z", "w", "2.00"}}, rejects: []string{"2 a NUL byte x ;y;1"}},
	} {
		for _, chunk := range []int{0, 1, 7} {
			t.Run(fmt.Sprint(test.name, chunk), func(t *testing.T) {
				o := plain()
				o.chunk = chunk
				rows, account, err := readAll(t, "a;b;c\n"+test.rows, o)
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(test.want, rows); diff != "" {
					t.Error(diff)
				}
				if diff := cmp.Diff(test.rejects, rejected(account)); diff != "" {
					t.Error(diff)
				}
				if account.Kept() != int64(len(rows)) || account.Rejected != int64(len(account.Rejects)) {
					t.Errorf("%d rows kept, %d in the records; %d rejected", account.Kept(), len(rows), account.Rejected)
				}
			})
		}
	}
}

func TestALineLongerThanAnyRowIsOneReject(t *testing.T) {
	for _, test := range []struct{ name, long string }{
		{"plain", strings.Repeat("x", 10<<20)},
		{"plain, CRLF", strings.Repeat("x", 10<<20) + "\r"},
		{"quoted", `"` + strings.Repeat(`x""`, 3<<20)},
		{"of separators", strings.Repeat(";", 10<<20)},
		{"of cells", strings.Repeat("\"x\";", 3<<20)},
	} {
		t.Run(test.name, func(t *testing.T) {
			for _, chunk := range []int{0, 100, 64 << 20} {
				o := plain()
				o.chunk, o.MaxRow = chunk, 1<<16
				rows, account, err := readAll(t, "a;b;c\nx;y;1\n"+test.long+"\nz;w;2\n", o)
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(table{{"2", "x", "y", "1.00"}, {"4", "z", "w", "2.00"}}, rows); diff != "" {
					t.Error(diff)
				}
				if len(account.Rejects) != 1 || account.Rejects[0].Line != 3 || account.Rejects[0].Reason != "longer than 65536 bytes" {
					t.Errorf("rejects %v", rejected(account))
				}
			}
		})
	}
}

func TestAnUnclosedQuoteEndsAtTheLongestRow(t *testing.T) {
	var text strings.Builder
	text.WriteString("a;b;c\n\"x;y;1\n")
	for i := range 5000 {
		fmt.Fprintf(&text, "r%d;w;2\n", i)
	}
	o := plain()
	o.MaxRow, o.chunk = 1000, 500
	_, account, err := readAll(t, text.String(), o)
	if err != nil {
		t.Fatal(err)
	}
	if account.Kept() != 5000 || account.Rejected != 1 || account.Rejects[0].Line != 2 {
		t.Errorf("kept %d, rejects %v", account.Kept(), rejected(account))
	}
}

// Wherever the bytes are cut, the line feed of a CRLF is no line of its own.
func TestTheLineAfterALongOneIsTheNext(t *testing.T) {
	text := "a;b;c\r\n" + strings.Repeat("x", 100) + "\r\nz;w;2\r\n"
	for chunk := 1; chunk < 200; chunk++ {
		o := plain()
		o.chunk, o.MaxRow = chunk, 16
		rows, account, err := readAll(t, text, o)
		if err != nil || len(rows) != 1 || rows[0][0] != "3" || account.Blank != 0 {
			t.Fatalf("chunks of %d: %v, %d blank, %v", chunk, rows, account.Blank, err)
		}
	}
}
