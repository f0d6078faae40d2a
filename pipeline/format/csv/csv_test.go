package csv_test

import (
	"bytes"
	stdcsv "encoding/csv"
	"flag"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/csv"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func table(rows ...[]any) edition.Table {
	return edition.Table{
		Name:  "classification",
		Grain: []string{"id"},
		Fields: []edition.Field{
			{Name: "id", Kind: edition.KindText},
			{Name: "name", Kind: edition.KindText, FromSource: true},
			{Name: "amount", Kind: edition.KindInteger},
			{Name: "share", Kind: edition.KindDecimal, Decimals: 6},
			{Name: "contested", Kind: edition.KindBoolean},
			{Name: "from_date", Kind: edition.KindDate},
		},
		Rows: rows,
	}
}

func write(t interface{ Fatal(...any) }, tab edition.Table) string {
	var out bytes.Buffer
	if err := csv.Write(&out, tab); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestWriteIsGolden(t *testing.T) {
	got := write(t, table(
		[]any{"se:5560000001", `Bräcke "diakoni", stiftelse`, int64(-12), "-0.5", true, "2019-10-15"},
		[]any{"se:5560000002", "två\nrader", int64(0), "0.000000", false, nil},
		[]any{"se:5560000003", "", nil, nil, nil, nil},
		[]any{"se:5560000004", nil, nil, nil, nil, nil},
		[]any{"se:5560000005", "=HYPERLINK(\"http://x\")", nil, nil, nil, nil},
		[]any{"-ours", " mellanslag ", nil, nil, nil, nil},
	))
	const golden = "testdata/classification.csv"
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
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestAPublishersTextIsNoFormula(t *testing.T) {
	for _, start := range []string{"=", "+", "-", "@", "\t", "\r", "\n"} {
		got := read(t, write(t, table([]any{start + "1", start + "1", nil, nil, nil, nil})))
		if want := "'" + start + "1"; got[1][1] != want {
			t.Errorf("from a source: %q, want %q", got[1][1], want)
		}
		if got[1][0] != start+"1" {
			t.Errorf("our own text was changed to %q", got[1][0])
		}
	}
}

func TestWriteRefusesATableThatIsNotWhatItSays(t *testing.T) {
	if err := csv.Write(&bytes.Buffer{}, table([]any{"a", "b", 0.5, nil, nil, nil})); err == nil {
		t.Error("no error")
	}
}

func TestWriteReportsAFullDisk(t *testing.T) {
	if err := csv.Write(full{}, table([]any{"a", "b", nil, nil, nil, nil})); err == nil {
		t.Error("no error")
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, os.ErrClosed }

// What somebody else's reader gets is what was in the table.
func TestRoundTrip(t *testing.T) {
	text := rapid.StringOf(rapid.RuneFrom([]rune("aå ,;\"'\n=\u00a0😀")))
	rapid.Check(t, func(r *rapid.T) {
		var rows [][]any
		want := [][]string{{"id", "name", "amount", "share", "contested", "from_date"}}
		for i := range rapid.IntRange(0, 5).Draw(r, "rows") {
			id := strconv.Itoa(i) + text.Draw(r, "id")
			n := rapid.Int64().Draw(r, "amount")
			rows = append(rows, []any{id, nil, n, "0.5", true, nil})
			want = append(want, []string{id, "", strconv.FormatInt(n, 10), "0.5", "true", ""})
		}
		out := write(r, table(rows...))
		if diff := cmp.Diff(want, read(r, out)); diff != "" {
			r.Fatalf("-want +got:\n%s", diff)
		}
	})
}

func read(t interface{ Fatal(...any) }, text string) [][]string {
	if !strings.HasSuffix(text, "\r\n") {
		t.Fatal("the last line does not end with CRLF")
	}
	rows, err := stdcsv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}
